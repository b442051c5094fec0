package threeline.promises.keeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Clock;
import threeline.promises.clock.Mark;
import threeline.promises.sla.Metric;

/** The clocks of one ticket: those that may still move, in the order in which they are told, and those that can't. */
final class Clocks implements Ahead {

    private static final Comparator<Clock> ORDER = Comparator.comparing(Clock::which);

    private final Story story;
    private final List<Clock> moving = new ArrayList<>(6);
    private final List<Clock> past = new ArrayList<>(0);
    private @Nullable Mark next;
    private int nextClock;
    private boolean isLookedAhead;

    Clocks(Story story) {
        this.story = story;
    }

    void add(Clock clock) {
        var i = moving.size();
        while (i > 0 && ORDER.compare(moving.get(i - 1), clock) > 0) {
            i--;
        }
        moving.add(i, clock);
        isLookedAhead = false;
    }

    /** The clock of a metric that may still move; null where there is none. */
    @Nullable
    Clock moving(Metric metric, boolean aim) {
        for (var i = 0; i < moving.size(); i++) {
            var which = moving.get(i).which();
            if (which.metric() == metric && which.aim() == aim) {
                return moving.get(i);
            }
        }
        return null;
    }

    boolean any(Predicate<Clock> question) {
        return moving.stream().anyMatch(question);
    }

    /** Puts in the place of each clock what becomes of it. */
    void each(UnaryOperator<Clock> change) {
        for (var i = 0; i < moving.size(); i++) {
            replace(i, change.apply(moving.get(i)));
        }
    }

    void each(Metric metric, UnaryOperator<Clock> change) {
        for (var i = 0; i < moving.size(); i++) {
            if (moving.get(i).which().metric() == metric) {
                replace(i, change.apply(moving.get(i)));
            }
        }
    }

    private void replace(int i, Clock clock) {
        if (clock != moving.set(i, clock)) {
            isLookedAhead = false;
        }
    }

    /** These will not move again, so nobody need look at them; those that never promised anything are forgotten. */
    void putAside(Metric metric) {
        for (var i = moving.size() - 1; i >= 0; i--) {
            var clock = moving.get(i);
            if (clock.which().metric() == metric && clock.isOver()) {
                moving.remove(i);
                isLookedAhead = false;
                if (clock.isPromised()) {
                    past.add(clock);
                }
            }
        }
    }

    /** All that are or were promised, in order. */
    List<Clock> promised() {
        var all = new ArrayList<Clock>(moving.size() + past.size());
        for (var clock : moving) {
            if (clock.isPromised()) {
                all.add(clock);
            }
        }
        if (!past.isEmpty()) {
            all.addAll(past);
            all.sort(ORDER);
        }
        return all;
    }

    Clock meet(Clock clock, Instant at) {
        if (!clock.isOver() && clock.isPromised() && !clock.isBreached()) {
            story.tell(new Happening.Met(at, clock.which()));
        }
        return clock.meet(at);
    }

    Clock end(Clock clock, Instant at) {
        if (!clock.isOver() && clock.isPromised() && !clock.isBreached()) {
            story.tell(new Happening.Ended(at, clock.which()));
        }
        return clock.end(at);
    }

    @Override
    public @Nullable Instant nextAt() {
        if (!isLookedAhead) {
            lookAhead();
        }
        return next == null ? null : next.at();
    }

    private void lookAhead() {
        next = null;
        for (var i = 0; i < moving.size(); i++) {
            var mark = moving.get(i).next();
            if (mark != null && (next == null || mark.isBefore(next))) {
                next = mark;
                nextClock = i;
            }
        }
        isLookedAhead = true;
    }

    @Override
    public Turn.Cause cause() {
        return switch (Objects.requireNonNull(next, "nothing is ahead").kind()) {
            case WARNING -> Turn.Cause.WARNING;
            case LATE -> Turn.Cause.LATE;
            case BREACH -> Turn.Cause.BREACH;
        };
    }

    @Override
    public void happen(Instant at) {
        var mark = Objects.requireNonNull(next, "nothing is ahead");
        var clock = moving.get(nextClock);
        story.tell(
                switch (mark.kind()) {
                    case WARNING -> new Happening.Warned(at, clock.which(), mark.percent());
                    case LATE -> new Happening.Late(at, clock.which());
                    case BREACH -> new Happening.Breached(at, clock.which());
                });
        moving.set(nextClock, clock.pass(mark));
        isLookedAhead = false;
    }
}
