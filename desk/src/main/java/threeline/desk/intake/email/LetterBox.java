package threeline.desk.intake.email;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.tenant.Tenants;

/**
 * Keeps letters, and says so only when they are on disk. Letters that come while the disk is at work wait for each other
 * and go down in one commit, so that many senders at once cost little more than one.
 */
@Component
class LetterBox implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LetterBox.class);
    private static final int MOST_AT_ONCE = 100;
    private static final long MOST_BYTES_AT_ONCE = 4L * 1024 * 1024;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long CALM_MILLIS = 100;
    private static final int LARGE_AT_ONCE = 2;
    private static final int PATIENCE_FOR_LARGE_SECONDS = 30;

    private final Letters letters;
    private final Tenants tenants;
    private final TransactionTemplate transactions;
    private final Semaphore forLarge = new Semaphore(LARGE_AT_ONCE, true);
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean ended;
    private volatile boolean pressed;

    private record Waiting(NewLetter letter, CompletableFuture<Void> kept) {}

    LetterBox(Letters letters, Tenants tenants, PlatformTransactionManager manager) {
        this.letters = letters;
        this.tenants = tenants;
        this.transactions = new TransactionTemplate(manager);
        this.thread = Thread.ofVirtual().name("letter box").start(this::keepGoing);
    }

    /** Comes back when that is clear: those that are kept for good. Whoever brought the others must keep them and come back. */
    List<NewLetter> keep(List<NewLetter> mail) {
        return mail.stream().anyMatch(NewLetter::isLarge) ? keepLarge(mail) : keepSmall(mail);
    }

    /** Each by itself, a few at a time, so that nobody small waits behind them. */
    private List<NewLetter> keepLarge(List<NewLetter> mail) {
        var kept = new ArrayList<NewLetter>();
        try {
            if (forLarge.tryAcquire(PATIENCE_FOR_LARGE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    mail.stream().filter(this::isKept).forEach(kept::add);
                } finally {
                    forLarge.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return kept;
    }

    private boolean isKept(NewLetter letter) {
        try {
            tenants.get(letter.mailbox().tenant())
                    .run(() -> transactions.executeWithoutResult(_ -> letters.addLarge(letter)));
            return true;
        } catch (RuntimeException e) {
            log.warn("a large letter could not be kept", e);
            return false;
        }
    }

    private List<NewLetter> keepSmall(List<NewLetter> mail) {
        var all = mail.stream()
                .map(it -> new Waiting(it, new CompletableFuture<>()))
                .toList();
        waiting.addAll(all);
        try {
            CompletableFuture.allOf(all.stream().map(Waiting::kept).toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("not all letters could be kept", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all.stream()
                .filter(it -> it.kept().isDone() && !it.kept().isCompletedExceptionally())
                .map(Waiting::letter)
                .toList();
    }

    /** Whether letters come so fast that several were kept at once just now, or wait. */
    boolean isPressed() {
        return pressed || !waiting.isEmpty();
    }

    @Override
    public void destroy() {
        ended = true;
        thread.interrupt();
    }

    private void keepGoing() {
        while (!ended) {
            try {
                var batch = nextBatch();
                batch.stream()
                        .collect(Collectors.groupingBy(
                                it -> it.letter().mailbox().tenant()))
                        .forEach((tenant, ours) -> tenants.get(tenant).run(() -> write(ours)));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // whoever waits has been told, or will be by the time running out
            }
        }
    }

    private List<Waiting> nextBatch() throws InterruptedException {
        var batch = new ArrayList<Waiting>();
        var next = waiting.poll(CALM_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null) {
            pressed = false;
            next = waiting.take();
        }
        long bytes = 0;
        while (next != null) {
            batch.add(next);
            bytes += next.letter().raw().size();
            next = batch.size() < MOST_AT_ONCE && bytes < MOST_BYTES_AT_ONCE ? waiting.poll() : null;
        }
        pressed = batch.size() > 1;
        return batch;
    }

    private void write(List<Waiting> batch) {
        try {
            transactions.executeWithoutResult(
                    _ -> letters.add(batch.stream().map(Waiting::letter).toList()));
            batch.forEach(it -> it.kept().complete(null));
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.getFirst().kept().completeExceptionally(e);
            } else {
                batch.forEach(it -> write(List.of(it)));
            }
        }
    }
}
