package threeline.desk.contract;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import threeline.desk.tenant.Tenants;

/**
 * Looks which versions of charters come soon. The rows are the schedule; any number of nodes may ask. Making ready takes
 * a processor for a while, so it has a thread of its own that is none of those who serve.
 */
@Component
class ComingRound {

    private static final Logger LOG = LoggerFactory.getLogger(ComingRound.class);
    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final Coming coming;
    private final Tenants tenants;
    private final InstantSource time;
    private final Map<UUID, Instant> preparedAt = new ConcurrentHashMap<>();
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("charter").daemon().factory());

    ComingRound(Coming coming, Tenants tenants, InstantSource time) {
        this.coming = coming;
        this.tenants = tenants;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${threeline.charter.every:PT0.25S}")
    void go() {
        var now = time.instant();
        for (var tenant : coming.tenants(now.plus(AHEAD))) {
            if (busy.add(tenant)) {
                threads.execute(() -> follow(tenant, now));
            }
        }
    }

    /** Until its instant, made ready for now and then; from then on, until it has come. */
    private void follow(UUID tenant, Instant now) {
        try {
            if (coming.tenants(now).contains(tenant)) {
                tenants.get(tenant).run(this::come);
            } else if (isToBePrepared(tenant, now)) {
                tenants.get(tenant).run(coming::prepare);
                preparedAt.put(tenant, time.instant());
            }
        } catch (RuntimeException failed) {
            LOG.error("a version of a charter that comes could not be followed, and will be tried again", failed);
        } finally {
            busy.remove(tenant);
        }
    }

    /** What is not ready would keep everybody waiting who writes to a ticket; so it comes a little late, dated in time. */
    private void come() {
        if (!coming.isReady()) {
            coming.prepare();
        }
        if (coming.isReady()) {
            coming.takeEffect();
        }
    }

    private boolean isToBePrepared(UUID tenant, Instant now) {
        var last = preparedAt.get(tenant);
        return last == null || last.plus(AGAIN_AFTER).isBefore(now) || last.isAfter(now);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
