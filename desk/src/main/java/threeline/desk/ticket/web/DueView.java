package threeline.desk.ticket.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.NextDue;
import threeline.desk.web.Moments;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Interval;

/**
 * When a ticket's next promise breaks.
 *
 * @param state running, late, breached or paused: each has its icon and colour
 * @param dueAt counted down to, in the browser's milliseconds; null where the text stands still
 * @param used how much of the time is used, in per cent
 */
public record DueView(
        String state,
        @Nullable String icon,
        String text,
        @Nullable Long dueAt,
        int used) {

    private static final int NEARLY = 80;

    static DueView of(NextDue next, Calendar calendar, Moments moments) {
        var dueAt = next.dueAt();
        if (dueAt == null) {
            return new DueView("paused", "pause", Moments.length(next.left()) + " left", null, used(next, next.left()));
        }
        if (!dueAt.isAfter(moments.now())) {
            var over = Moments.span(Duration.between(dueAt, moments.now())) + " over";
            return new DueView("breached", "alert", over, dueAt.toEpochMilli(), 100);
        }
        var used = used(next, left(next, calendar, moments.now()));
        var late = next.late() || used >= NEARLY;
        return new DueView(
                late ? "late" : "running",
                late ? "hourglass" : null,
                moments.isToday(dueAt) ? Moments.length(Duration.between(moments.now(), dueAt)) : moments.brief(dueAt),
                moments.isToday(dueAt) ? dueAt.toEpochMilli() : null,
                used);
    }

    boolean over() {
        return state.equals("breached");
    }

    private static Duration left(NextDue next, Calendar calendar, Instant now) {
        return now.isAfter(next.asOf())
                ? next.left().minus(calendar.openIn(new Interval(next.asOf(), now)))
                : next.left();
    }

    private static int used(NextDue next, Duration left) {
        var allowance = Math.max(1, next.allowance().toSeconds());
        return (int) Math.clamp(100 - 100 * left.toSeconds() / allowance, 0, 100);
    }
}
