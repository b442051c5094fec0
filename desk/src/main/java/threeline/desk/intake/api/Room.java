package threeline.desk.intake.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The memory that large requests may take together: a body is held some four times over while it is read. */
final class Room {

    private static final int SMALL = 64 * 1024;
    private static final int WAIT_SECONDS = 5;

    private final Semaphore kibibytes;
    private final long largest;

    Room(long forAll, long largest) {
        this.kibibytes = new Semaphore(kibibytes(forAll), true);
        this.largest = largest;
    }

    /** What a request of this length needs of it; a length of less than none stands for an unknown one. */
    int needed(long length) {
        return length >= 0 && length <= SMALL ? 0 : kibibytes(length < 0 ? largest : length);
    }

    /** Whether there is room for so much, or soon is. What was taken is to be given back. */
    boolean take(int needed) {
        try {
            return needed == 0 || kibibytes.tryAcquire(needed, WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack(int taken) {
        kibibytes.release(taken);
    }

    private static int kibibytes(long bytes) {
        return (int) ((bytes + 1023) / 1024);
    }
}
