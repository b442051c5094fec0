package threeline.promises.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Interval;
import threeline.promises.clock.Explanation.Part;

/** Retraces a clock's run over its calendar. */
final class Explaining {

    private static final Reason OPEN = new Reason.Open();

    private Explaining() {}

    static Explanation of(Clock clock, Run run, Instant now) {
        var limit = clock.limit();
        var goal = clock.goal();
        var calendar = limit != null ? limit.calendar() : goal != null ? goal.calendar() : Calendar.ALWAYS;
        var whole = new Interval(run.start(), end(clock, run, now));
        var parts = goal instanceof Goal.ByRelease ? straight(whole) : parts(run, calendar, whole);
        var target = limit != null ? limit.target() : goal == null ? null : goal.target();
        return new Explanation(parts, counted(parts), target, clock.version());
    }

    private static Instant end(Clock clock, Run run, Instant now) {
        var overAt = clock.overAt();
        var dueAt = clock.dueAt();
        var end = dueAt != null && clock.state() != State.MET ? dueAt : overAt != null ? overAt : now;
        return end.isBefore(run.start()) ? run.start() : end;
    }

    private static List<Part> parts(Run run, Calendar calendar, Interval whole) {
        var parts = new ArrayList<Part>();
        var at = whole.start();
        for (var pause : pauses(run, whole.end())) {
            parts.addAll(open(calendar, new Interval(at, pause.interval().start()).and(whole)));
            parts.add(new Part(pause.interval().and(whole), pause.reason()));
            at = pause.interval().end();
        }
        if (at.isBefore(whole.end())) {
            parts.addAll(open(calendar, new Interval(at, whole.end())));
        }
        parts.removeIf(it -> it.interval().isEmpty());
        return parts;
    }

    private static List<Part> pauses(Run run, Instant end) {
        var pauses = new ArrayDeque<Part>();
        var open = run.pause();
        if (open != null && open.from().isBefore(end)) {
            pauses.addFirst(new Part(new Interval(open.from(), end), open.why()));
        }
        for (var it = run.past(); it != null; it = it.earlier()) {
            pauses.addFirst(new Part(
                    new Interval(it.pause().from(), it.until()), it.pause().why()));
        }
        return List.copyOf(pauses);
    }

    /** To a release, which may lie beyond all calendars, everything counts. */
    private static List<Part> straight(Interval whole) {
        return whole.isEmpty() ? List.of() : List.of(new Part(whole, OPEN));
    }

    private static List<Part> open(Calendar calendar, Interval interval) {
        return calendar.stretches(interval).stream()
                .map(it -> new Part(it.interval(), it.closed() == null ? OPEN : new Reason.Shut(it.closed())))
                .toList();
    }

    private static Duration counted(List<Part> parts) {
        return parts.stream()
                .filter(it -> it.reason() instanceof Reason.Open)
                .map(it -> it.interval().length())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
