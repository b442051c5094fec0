package threeline.desk.web.live;

import java.time.Duration;

/** Beats evenly, whatever happens between: when a stream says nothing of something, its beat doesn't either. */
final class Pulse {

    private final Duration apart;
    private long next;

    Pulse(Duration apart) {
        this.apart = apart;
        this.next = System.nanoTime() + apart.toNanos();
    }

    /** How long until the next one. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, next - System.nanoTime()));
    }

    /** Whether it beats now; once for each beat. */
    boolean beats() {
        var due = left().isZero();
        if (due) {
            next = System.nanoTime() + apart.toNanos();
        }
        return due;
    }
}
