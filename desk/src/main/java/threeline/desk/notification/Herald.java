package threeline.desk.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.mail.Round;
import threeline.desk.tenant.Tenants;

/** Tells what has to be told: a notice is gone in the same transaction in which its mail stands in the outbox. */
@Component
class Herald implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Herald.class);
    private static final int AT_ONCE = 50;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_PAUSES = 60;
    private static final Duration PAUSE_OF_ONE = Duration.ofMinutes(5);

    private final Notices notices;
    private final Telling telling;
    private final Reminders reminders;
    private final Digests digests;
    private final Movings movings;
    private final Tenants tenants;
    private final InstantSource time;
    private final TransactionTemplate transactions;
    private final Round round = new Round("herald", EVERY, this::tellAll);

    Herald(
            Notices notices,
            Telling telling,
            Reminders reminders,
            Digests digests,
            Movings movings,
            Tenants tenants,
            InstantSource time,
            PlatformTransactionManager manager) {
        this.notices = notices;
        this.telling = telling;
        this.reminders = reminders;
        this.digests = digests;
        this.movings = movings;
        this.tenants = tenants;
        this.time = time;
        this.transactions = new TransactionTemplate(manager);
    }

    void ringAfterCommit() {
        round.ringAfterCommit();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        round.start();
    }

    @Override
    public void destroy() {
        round.stop();
    }

    /** Tells all that is due. */
    void tellAll() {
        for (var id : notices.tenantsToTell(time.instant())) {
            tenants.get(id).run(this::tellOurs);
        }
    }

    /** What is to be come back to is told as well, and what was told may be kept for a digest that is due. */
    private void tellOurs() {
        var now = time.instant();
        each(
                () -> reminders.due(now, AT_ONCE),
                reminders::remind,
                place -> reminders.later(place, now.plus(PAUSE_OF_ONE)));
        each(() -> movings.due(now, AT_ONCE), movings::spread, at -> movings.later(at, now.plus(PAUSE_OF_ONE)));
        while (tellSome()) {
            // until nothing is left to tell
        }
        each(
                () -> digests.due(now, AT_ONCE),
                agent -> digests.send(agent, now),
                agent -> digests.later(agent, now.plus(PAUSE_OF_ONE)));
    }

    /** Each in a transaction of its own, so that one that fails keeps no other waiting. */
    private <T> void each(Supplier<List<T>> due, Consumer<T> work, Consumer<T> later) {
        List<T> some;
        do {
            some = transactions.execute(_ -> due.get());
            for (var it : some) {
                try {
                    transactions.executeWithoutResult(_ -> work.accept(it));
                } catch (RuntimeException e) {
                    log.error("{} can't be told, and will be tried again", it, e);
                    transactions.executeWithoutResult(_ -> later.accept(it));
                }
            }
        } while (some.size() == AT_ONCE);
    }

    private boolean tellSome() {
        var inHand = new AtomicReference<>(List.<Notice>of());
        try {
            transactions.executeWithoutResult(_ -> {
                inHand.set(notices.take(time.instant(), AT_ONCE));
                tell(inHand.get());
            });
        } catch (RuntimeException e) {
            log.warn(
                    "{} notices could not be told together, so each is told alone",
                    inHand.get().size(),
                    e);
            inHand.get().forEach(this::tellAlone);
        }
        return inHand.get().size() == AT_ONCE;
    }

    private void tell(List<Notice> batch) {
        if (!batch.isEmpty()) {
            telling.tell(batch);
            notices.done(batch);
        }
    }

    private void tellAlone(Notice notice) {
        try {
            transactions.executeWithoutResult(_ -> tell(notices.take(notice.id())));
        } catch (RuntimeException e) {
            log.error(
                    "notice {} of ticket {} could not be told",
                    notice.id(),
                    notice.place().ticket(),
                    e);
            var pause = PAUSE.multipliedBy(Math.min(notice.attempts() + 1, MOST_PAUSES));
            transactions.executeWithoutResult(
                    _ -> notices.later(notice, time.instant().plus(pause), "" + e));
        }
    }
}
