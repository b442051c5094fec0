package threeline.desk.vendor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Round;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;

/** Asks vendors again who have not answered for as long as the charter says: once each time, and told on the timeline. */
@Component
class Chaser implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Chaser.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(5);
    private static final int AT_ONCE = 50;

    private final Askings askings;
    private final VendorPost post;
    private final TicketDesk desk;
    private final Charters charters;
    private final Tenants tenants;
    private final InstantSource time;
    private final TransactionTemplate transactions;
    private final Round round = new Round("chaser", EVERY, this::chaseAll);

    Chaser(
            Askings askings,
            VendorPost post,
            TicketDesk desk,
            Charters charters,
            Tenants tenants,
            InstantSource time,
            PlatformTransactionManager manager) {
        this.askings = askings;
        this.post = post;
        this.desk = desk;
        this.charters = charters;
        this.tenants = tenants;
        this.time = time;
        this.transactions = new TransactionTemplate(manager);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        round.start();
    }

    @Override
    public void destroy() {
        round.stop();
    }

    void chaseAll() {
        for (var id : askings.tenantsToChase(time.instant())) {
            tenants.get(id).run(this::chaseOurs);
        }
    }

    private void chaseOurs() {
        List<Asking> due;
        do {
            due = transactions.execute(_ -> askings.toChase(time.instant(), AT_ONCE));
            due.forEach(this::tryToChase);
        } while (due.size() == AT_ONCE);
    }

    private void tryToChase(Asking asking) {
        try {
            transactions.executeWithoutResult(running -> {
                if (!chase(asking)) {
                    running.setRollbackOnly();
                }
            });
        } catch (RuntimeException e) {
            log.error("{} can't be chased, and will be tried again", asking, e);
            transactions.executeWithoutResult(
                    _ -> askings.chaseAgain(asking, time.instant().plus(TRY_AGAIN_AFTER)));
        }
    }

    /** The ticket is locked before the row, as whoever changes the ticket does; false where it need not be any more. */
    private boolean chase(Asking asking) {
        var charter = charters.current().charter();
        var vendor = charter.offers().vendors().get(asking.vendor());
        if (vendor == null) {
            return askings.chaseAgain(asking, null);
        }
        var at = Objects.requireNonNull(asking.chaseAt());
        var ticket = desk.happens(asking.ticket(), new TicketEvent.VendorChased(asking.vendor()), null, at);
        if (!askings.chaseAgain(asking, VendorLiaison.chaseAt(vendor, charter, time.instant()))) {
            return false;
        }
        var reference = asking.ticket().reference(charter.prefix());
        var letter = VendorWords.of(charter).chasing(reference, asking.askedAt(), asking.reference());
        post.send(asking, vendor, ticket.entries(), letter, List.of());
        return true;
    }
}
