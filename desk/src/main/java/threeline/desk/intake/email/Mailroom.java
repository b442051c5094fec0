package threeline.desk.intake.email;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.ticket.Timeline;

/**
 * Settles letters: what becomes of each is committed together with its ticket. Many share a transaction; when that fails,
 * each gets one of its own, so that one bad letter keeps no other waiting.
 */
@Component
class Mailroom {

    private static final Logger log = LoggerFactory.getLogger(Mailroom.class);
    private static final int BATCH = 25;

    /** So many that there may have been more than are taken in hand. */
    private static final long MANY_BYTES = 1024L * 1024;

    private static final int MOST_TRIES = 3;

    /** No connection, no room, somebody shut it down, its disk fails: by the classes of PostgreSQL's conditions. */
    private static final Set<String> OUR_TROUBLE = Set.of("08", "53", "57", "58");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);

    private final Letters letters;
    private final Sorting sorting;
    private final Refusal refusal;
    private final Filing filing;
    private final InstantSource time;
    private final TransactionTemplate transactions;

    Mailroom(
            Letters letters,
            Sorting sorting,
            Refusal refusal,
            Filing filing,
            InstantSource time,
            PlatformTransactionManager manager) {
        this.letters = letters;
        this.sorting = sorting;
        this.refusal = refusal;
        this.filing = filing;
        this.time = time;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Settles the next letters of these lanes; false when that were all, for now. */
    boolean settleSome(Collection<Short> lanes) {
        var inHand = new AtomicReference<>(List.<Letter>of());
        try {
            transactions.executeWithoutResult(_ -> {
                inHand.set(letters.take(lanes, BATCH));
                settle(inHand.get());
            });
        } catch (RuntimeException | StackOverflowError e) {
            if (Refusal.in(e).isEmpty()) {
                log.warn(
                        "{} letters could not be settled together, so each is settled alone",
                        inHand.get().size(),
                        e);
            }
            inHand.get().forEach(letter -> settleAlone(letter.id()));
        }
        return inHand.get().size() == BATCH || bytes(inHand.get()) > MANY_BYTES;
    }

    private static long bytes(List<Letter> letters) {
        return letters.stream().mapToLong(it -> it.raw().size()).sum();
    }

    private void settle(List<Letter> batch) {
        if (!batch.isEmpty()) {
            var repeats = letters.repeats(batch);
            var filed = new ArrayList<Filing.Filed>();
            letters.settle(batch.stream()
                    .map(letter -> sort(letter, repeats.get(letter.id()), filed))
                    .toList());
            filing.keep(filed);
        }
    }

    private Letters.Settled sort(Letter letter, Letters.@Nullable Repeated repeated, List<Filing.Filed> filed) {
        var places = new ArrayList<Timeline.Place>();
        var settled = Filing.watching(places, () -> sorting.sort(letter, repeated));
        filed.add(new Filing.Filed(letter.id(), settled.layout(), places));
        return settled;
    }

    private void settleAlone(long id) {
        try {
            transactions.executeWithoutResult(_ -> letters.take(id).ifPresent(it -> settle(List.of(it))));
        } catch (RuntimeException | StackOverflowError e) {
            transactions.executeWithoutResult(_ -> letters.take(id).ifPresent(it -> notSettled(it, e)));
        }
    }

    private void notSettled(Letter letter, Throwable e) {
        Refusal.in(e)
                .ifPresentOrElse(words -> letters.settle(List.of(refusal.of(letter, words))), () -> failed(letter, e));
    }

    private void failed(Letter letter, Throwable e) {
        log.warn("letter {} could not be settled", letter.id(), e);
        var why = "failed while it was read: %s".formatted(e);
        if (isOurs(e)) {
            letters.later(letter, letter.attempts(), time.instant().plus(FIRST_PAUSE), why);
        } else if (letter.attempts() + 1 >= MOST_TRIES) {
            letters.settle(List.of(new Letters.Settled(
                    letter.id(), new Outcome.Quarantined(why), null, Filing.Layout.NONE, List.of())));
        } else {
            var pause = FIRST_PAUSE.multipliedBy(letter.attempts() + 1L);
            letters.later(letter, letter.attempts() + 1, time.instant().plus(pause), why);
        }
    }

    /** Whether the database could not, whatever the letter says; then the letter waits, however long that takes. */
    private static boolean isOurs(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(it -> it instanceof SQLException sql
                        && sql.getSQLState() != null
                        && OUR_TROUBLE.stream().anyMatch(sql.getSQLState()::startsWith));
    }
}
