package threeline.desk.ticket;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import threeline.desk.tenant.Sight;
import threeline.desk.tenant.Tenant;

/**
 * While one transaction lets all tickets of a desk follow a version, nobody else writes to any of them, so lists of them
 * stay as they are until it ends. They are read once meanwhile: each time again, PostgreSQL would look at every row that
 * this transaction has written so far, only to pass it by.
 */
@Component
class ListsAtRest {

    /** Who asks for more lists than that has them read. */
    private static final int MOST = 2000;

    private final Map<UUID, Map<Object, List<Ticket>>> resting = new ConcurrentHashMap<>();

    /** From here to the end of this transaction, whose alone all tickets of the current desk are. */
    void begin() {
        var tenant = Tenant.current().id();
        resting.put(tenant, new ConcurrentHashMap<>());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                resting.remove(tenant);
            }
        });
    }

    /** A list as it is: read, or as it was read since the tickets are at rest. Whoever sees only a part has theirs read. */
    List<Ticket> list(Object question, Supplier<List<Ticket>> reading) {
        var known = resting.get(Tenant.current().id());
        return known == null || known.size() >= MOST || Sight.isNarrow()
                ? reading.get()
                : known.computeIfAbsent(question, _ -> reading.get());
    }
}
