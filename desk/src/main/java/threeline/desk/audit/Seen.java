package threeline.desk.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import threeline.desk.tenant.Tenant;

/**
 * Notes what was merely seen, a moment later and many at a time, so that no page waits for it. What nobody has had time to
 * write when the machine is cut off is lost: half a second's looking, and nothing that was done.
 */
@Component
public class Seen {

    private static final Logger LOG = LoggerFactory.getLogger(Seen.class);
    private static final int MOST_WAITING = 20_000;
    private static final int AT_ONCE = 500;
    private static final int GATHER_MILLIS = 300;

    private final Trail trail;
    private final InstantSource time;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean closed;

    private record Waiting(Tenant tenant, Trail.Dated line) {}

    Seen(Trail trail, InstantSource time) {
        this.trail = trail;
        this.time = time;
    }

    public void add(Line line) {
        if (!waiting.offer(new Waiting(Tenant.current(), new Trail.Dated(line, time.instant())))) {
            trail.add(line);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("audit-seen").start(this::always);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        write();
    }

    private void always() {
        try {
            while (!closed) {
                TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                write();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What could not be written waits on. */
    private synchronized void write() {
        var some = new ArrayList<Waiting>();
        waiting.drainTo(some, AT_ONCE);
        byTenant(some).forEach((tenant, lines) -> {
            try {
                tenant.run(() -> trail.addAll(lines));
            } catch (DataAccessException | TransactionException later) {
                LOG.warn("what was seen can't be noted just now: {}", later.getMessage());
                lines.forEach(it -> waiting.offer(new Waiting(tenant, it)));
            }
        });
    }

    private static Map<Tenant, List<Trail.Dated>> byTenant(List<Waiting> some) {
        var all = new HashMap<Tenant, List<Trail.Dated>>();
        some.forEach(
                it -> all.computeIfAbsent(it.tenant(), _ -> new ArrayList<>()).add(it.line()));
        return all;
    }
}
