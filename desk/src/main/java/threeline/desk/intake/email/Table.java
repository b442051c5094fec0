package threeline.desk.intake.email;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The room on the disk for mail that is just coming in. Small mails need none of it; large ones wait for their turn. */
@Component
class Table {

    private static final int ROOM_KILOBYTES = 1024 * 1024;
    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore room = new Semaphore(ROOM_KILOBYTES);

    boolean take(int kilobytes) {
        try {
            return room.tryAcquire(kilobytes, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack(int kilobytes) {
        room.release(kilobytes);
    }
}
