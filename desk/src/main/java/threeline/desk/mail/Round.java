package threeline.desk.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does what is due over and over, on a thread of its own: soon after it is rung for, and every so often anyway. After the
 * bell it waits a moment, so that what comes close together is done together.
 */
public final class Round {

    private static final Logger log = LoggerFactory.getLogger(Round.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration GATHERING = Duration.ofMillis(40);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean ended;
    private @Nullable Thread thread;

    public Round(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
    }

    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name(name).start(this::keepGoing);
        }
    }

    /** Lets the work in hand finish, if that takes only a moment. */
    public synchronized void stop() {
        ended = true;
        bell.release();
        if (thread != null) {
            join(thread);
        }
    }

    public void ring() {
        bell.release();
    }

    /** Rings when the running transaction has been committed; at once where none runs. */
    public void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
        } else if (!TransactionSynchronizationManager.getSynchronizations().contains(ringing)) {
            TransactionSynchronizationManager.registerSynchronization(ringing);
        }
    }

    private final TransactionSynchronization ringing = new TransactionSynchronization() {
        @Override
        public void afterCommit() {
            ring();
        }
    };

    private void keepGoing() {
        while (!ended) {
            try {
                work.run();
                waitForBell();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | StackOverflowError e) {
                log.error("{} failed; it will keep going", name, e);
                pause();
            }
        }
    }

    private void waitForBell() throws InterruptedException {
        if (bell.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS) && !ended) {
            Thread.sleep(GATHERING);
            bell.drainPermits();
        }
    }

    private void pause() {
        try {
            if (!ended) {
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
