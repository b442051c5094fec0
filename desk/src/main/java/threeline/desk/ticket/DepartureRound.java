package threeline.desk.ticket;

import java.time.Duration;
import java.time.InstantSource;
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
import threeline.desk.web.ProblemException;

/** Lets replies leave when it is time. What can't leave any more stays on its ticket's page, and says why. */
@Component
class DepartureRound implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DepartureRound.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 100;

    private final DepartureRows rows;
    private final Departures departures;
    private final Tenants tenants;
    private final InstantSource time;
    private final TransactionTemplate transactions;
    private final Round round = new Round("departures", EVERY, this::go);

    DepartureRound(
            DepartureRows rows,
            Departures departures,
            Tenants tenants,
            InstantSource time,
            PlatformTransactionManager manager) {
        this.rows = rows;
        this.departures = departures;
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

    void go() {
        for (var id : rows.tenants(time.instant())) {
            tenants.get(id)
                    .run(() -> transactions
                            .execute(_ -> rows.due(time.instant(), MOST))
                            .forEach(this::leave));
        }
    }

    private void leave(long id) {
        try {
            departures.leave(id);
        } catch (ProblemException e) {
            transactions.executeWithoutResult(_ -> rows.failed(id, e.problem().what()));
        } catch (RuntimeException e) {
            log.error("reply {} could not leave, and is tried again", id, e);
            transactions.executeWithoutResult(_ -> rows.later(id, time.instant().plus(PAUSE)));
        }
    }
}
