package threeline.promises.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;

/**
 * When a clock counts: from its start on, except in its pauses. Whatever calendar a later target brings, it is counted
 * anew over the same run.
 */
record Run(Instant start, @Nullable Past past, @Nullable Pause pause) {

    /** The pauses that are over, latest first. */
    record Past(Pause pause, Instant until, @Nullable Past earlier) {}

    static Run from(Instant start) {
        return new Run(start, null, null);
    }

    Run pausedAt(Instant at, Reason.Still why) {
        var running = resumedAt(at);
        return new Run(start, running.past, new Pause(at, why));
    }

    Run resumedAt(Instant at) {
        return pause == null ? this : new Run(start, new Past(pause, at, past), null);
    }

    boolean isPaused() {
        return pause != null;
    }

    /** How many nanoseconds a calendar is open in it up to an instant not before its last change. */
    long countedOn(Calendar calendar, Instant until) {
        var counted = calendar.openNanos(start, pause == null ? until : pause.from());
        for (var it = past; it != null; it = it.earlier) {
            counted -= calendar.openNanos(it.pause.from(), it.until);
        }
        return counted;
    }
}
