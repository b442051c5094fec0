package threeline.desk.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import threeline.desk.tenant.Tenants;

/** Brings what was put down into the chain, so that nothing stands outside of it for longer than a moment. */
@Component
class LinkRound {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRound.class);

    private final Chain chain;
    private final Tenants tenants;

    LinkRound(Chain chain, Tenants tenants) {
        this.chain = chain;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelayString = "${threeline.audit.every:PT1S}")
    void go() {
        try {
            chain.tenantsWithPending().forEach(it -> tenants.get(it).run(chain::link));
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("the audit trail can't be linked just now, and will be: {}", later.getMessage());
        }
    }
}
