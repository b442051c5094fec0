package threeline.desk.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;

/**
 * Tells the program's log now and then where each trail ends. Where that log is kept on another machine, a trail that was
 * cut off or written anew here, by whoever owns the database, can be shown to have been.
 */
@Component
class EndRound {

    private static final Logger LOG = LoggerFactory.getLogger("threeline.audit");

    private final Trail trail;
    private final Tenants tenants;
    private final Map<UUID, Head> told = new HashMap<>();

    EndRound(Trail trail, Tenants tenants) {
        this.trail = trail;
        this.tenants = tenants;
    }

    @Scheduled(initialDelayString = "${threeline.audit.ends:PT1H}", fixedDelayString = "${threeline.audit.ends:PT1H}")
    void go() {
        tenants.all().forEach(it -> it.run(() -> tell(it)));
    }

    private void tell(Tenant tenant) {
        try {
            var end = trail.head();
            if (!end.equals(told.put(tenant.id(), end))) {
                LOG.info("the audit trail of {} ends at {}", tenant.slug(), end);
            }
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("the end of the audit trail of {} can't be told just now: {}", tenant.slug(), later.getMessage());
        }
    }
}
