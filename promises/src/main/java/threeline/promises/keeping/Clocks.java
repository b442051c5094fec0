package threeline.promises.keeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    Clocks(Story story) {
        this.story = story;
    }

    void add(Clock clock) {
        var i = moving.size();
        while (i > 0 && ORDER.compare(moving.get(i - 1), clock) > 0) {
            i--;
        }
        moving.add(i, clock);
    }

    /** The clock of a metric that may still move; null where there is none. */
    @Nullable
    Clock moving(Metric metric, boolean aim) {
        for (var clock : moving) {
            if (clock.which().metric() == metric && clock.which().aim() == aim) {
                return clock;
            }
        }
        return null;
    }

    /** Puts in the place of each clock what becomes of it. */
    void each(UnaryOperator<Clock> change) {
        for (var i = 0; i < moving.size(); i++) {
            var clock = moving.get(i);
            var next = change.apply(clock);
            if (next != clock) {
                moving.set(i, next);
            }
        }
    }

    void each(Metric metric, UnaryOperator<Clock> change) {
        each(it -> it.which().metric() == metric ? change.apply(it) : it);
    }

    /** These will not move again, so nobody need look at them; those that never promised anything are forgotten. */
    void putAside(Metric metric) {
        for (var i = moving.size() - 1; i >= 0; i--) {
            var clock = moving.get(i);
            if (clock.which().metric() == metric && clock.isOver()) {
                moving.remove(i);
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
        var next = next();
        return next < 0 ? null : mark(next).at();
    }

    @Override
    public void happen(Instant at) {
        var i = next();
        var clock = moving.get(i);
        var mark = mark(i);
        story.tell(
                switch (mark.kind()) {
                    case WARNING -> new Happening.Warned(at, clock.which(), mark.percent());
                    case LATE -> new Happening.Late(at, clock.which());
                    case BREACH -> new Happening.Breached(at, clock.which());
                });
        moving.set(i, clock.pass(mark));
    }

    private int next() {
        var first = -1;
        for (var i = 0; i < moving.size(); i++) {
            var mark = moving.get(i).next();
            if (mark != null && (first < 0 || mark.isBefore(mark(first)))) {
                first = i;
            }
        }
        return first;
    }

    private Mark mark(int i) {
        var mark = moving.get(i).next();
        if (mark == null) {
            throw new IllegalStateException("nothing ahead of " + moving.get(i).which());
        }
        return mark;
    }
}
