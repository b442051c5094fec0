package threeline.desk.intake.api;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.tenant.Tenants;

/**
 * Lets a change be asked for again and happen once. It is done first and its answer kept last, in one transaction: so the
 * first time, which is nearly always, costs one statement more; a second time finds the answer kept, undoes what it did
 * and gives that one.
 */
@Component
class Once {

    private static final Logger LOG = LoggerFactory.getLogger(Once.class);

    private final KeptAnswers kept;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    Once(KeptAnswers kept, Tenants tenants, PlatformTransactionManager transactions) {
        this.kept = kept;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    Answer answer(Asking asking, Supplier<Answer> work) {
        if (asking.key() == null) {
            return inTransaction(work);
        }
        try {
            return inTransaction(() -> {
                var answer = work.get();
                if (!kept.keep(asking, answer)) {
                    throw new AnsweredBefore();
                }
                return answer;
            });
        } catch (
                RuntimeException
                        undone) { // refused now, perhaps because it was done before: a reply to what is closed since
            return kept.find(asking).orElseThrow(() -> undone);
        }
    }

    private Answer inTransaction(Supplier<Answer> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void purge() {
        for (var tenant : tenants.all()) {
            try {
                tenant.run(kept::purge);
            } catch (RuntimeException failed) {
                LOG.error("old answers of {} stay a while", tenant.slug(), failed);
            }
        }
    }

    private static final class AnsweredBefore extends RuntimeException {

        private static final long serialVersionUID = 1;

        AnsweredBefore() {
            super("answered before", null, false, false);
        }
    }
}
