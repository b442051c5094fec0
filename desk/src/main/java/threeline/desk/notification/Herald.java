package threeline.desk.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.mail.Round;
import threeline.desk.mail.outbox.Outbox;
import threeline.desk.tenant.Tenants;

/** Tells what has to be told: a notice is gone in the same transaction in which its mail stands in the outbox. */
@Component
class Herald implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Herald.class);
    private static final int AT_ONCE = 50;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_PAUSES = 60;

    private final Notices notices;
    private final Letterhead letterhead;
    private final Outbox outbox;
    private final Tenants tenants;
    private final InstantSource time;
    private final TransactionTemplate transactions;
    private final Round round = new Round("herald", EVERY, this::tellAll);

    Herald(
            Notices notices,
            Letterhead letterhead,
            Outbox outbox,
            Tenants tenants,
            InstantSource time,
            PlatformTransactionManager manager) {
        this.notices = notices;
        this.letterhead = letterhead;
        this.outbox = outbox;
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
        for (var id : notices.tenantsWithNotices(time.instant())) {
            tenants.get(id).run(() -> {
                while (tellSome()) {
                    // until nothing is left to tell
                }
            });
        }
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
            outbox.addAll(letterhead.write(batch));
            notices.done(batch);
        }
    }

    private void tellAlone(Notice notice) {
        try {
            transactions.executeWithoutResult(_ -> tell(notices.take(notice.id())));
        } catch (RuntimeException e) {
            log.error("notice {} of ticket {} could not be told", notice.id(), notice.ticket(), e);
            var pause = PAUSE.multipliedBy(Math.min(notice.attempts() + 1, MOST_PAUSES));
            transactions.executeWithoutResult(
                    _ -> notices.later(notice, time.instant().plus(pause), "" + e));
        }
    }
}
