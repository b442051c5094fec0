package threeline.desk.people.erasure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import threeline.desk.tenant.Tenants;

/** Erases whoever is to be erased, one after the other; it may take a while, so nobody's page waits for it. */
@Component
class ErasureRound {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRound.class);

    private final Erasures erasures;
    private final Tenants tenants;

    ErasureRound(Erasures erasures, Tenants tenants) {
        this.erasures = erasures;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelayString = "${threeline.erasure.every:PT1S}")
    void go() {
        erasures.tenantsWithSome().forEach(it -> tenants.get(it).run(this::serve));
    }

    private void serve() {
        erasures.waiting().forEach(this::carryOut);
    }

    private void carryOut(Erasure it) {
        var before = erasures.before(it.who());
        if (!before.isEmpty()) {
            erasures.failed(it, before.getFirst().words() + " Nothing was erased.");
            return;
        }
        try {
            erasures.carryOut(it);
        } catch (RuntimeException failed) {
            LOG.error("erasure {} failed, and nothing of it was done", it.id(), failed);
            erasures.failed(it, "It failed, and nothing of it was done. Whoever runs the desk finds why in the log.");
        }
    }
}
