package threeline.desk.mail.inbox;

import java.time.Duration;

/** Whether a visit gets on. A server may be slow, but what brings nothing for too long is given up. */
final class Progress {

    private volatile long givenUpAt;
    private volatile boolean over;

    Progress(Duration patience) {
        more(patience);
    }

    /** There was some; the next may take this long. */
    void more(Duration patience) {
        givenUpAt = System.nanoTime() + patience.toNanos();
    }

    /** The visit is over; what is left is to note how it went, and nobody is to disturb that. */
    void over() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    boolean none() {
        return System.nanoTime() - givenUpAt > 0;
    }
}
