package threeline.desk.webhook;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
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

/** Tells what is due, each desk in a thread of its own, so that nobody's slow program keeps another's waiting. */
@Component
class DeliveryRound {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);
    private static final int GONE = 410;
    private static final int LONGEST_ANSWER = 300;

    private final Deliveries deliveries;
    private final Hooks hooks;
    private final Courier courier;
    private final Tenants tenants;
    private final InstantSource time;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DeliveryRound(Deliveries deliveries, Hooks hooks, Courier courier, Tenants tenants, InstantSource time) {
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.courier = courier;
        this.tenants = tenants;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${threeline.webhook.every:PT1S}")
    void go() {
        for (var tenant : deliveries.tenantsWithDue()) {
            if (busy.add(tenant)) {
                threads.execute(() -> serve(tenant));
            }
        }
    }

    private void serve(UUID tenant) {
        try {
            tenants.get(tenant).run(() -> deliveries.take().forEach(this::deliver));
        } catch (RuntimeException failed) {
            LOG.error("webhooks could not be delivered, and will be tried again", failed);
        } finally {
            busy.remove(tenant);
        }
    }

    private void deliver(Delivery it) {
        var secret = hooks.secret(it.hook());
        if (secret.isEmpty()) {
            deliveries.givenUp(it, "its webhook has ended");
            return;
        }
        try {
            var status = courier.post(Destination.parse(it.url()), headers(it, secret.get()), it.payload());
            if (status >= 200 && status < 300) {
                deliveries.delivered(it, "answered " + status);
            } else if (status == GONE) {
                deliveries.givenUp(it, "answered 410: it wants nothing more");
                hooks.end(it.hook());
            } else {
                deliveries.failed(it, "answered " + status);
            }
        } catch (IOException failed) {
            deliveries.failed(it, said(failed));
        }
    }

    private Map<String, String> headers(Delivery it, String secret) {
        var now = time.instant();
        return Map.of(
                "webhook-id", Signature.id(it.message()),
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature", Signature.of(secret, it.message(), now, it.payload()));
    }

    private static String said(IOException failed) {
        var text = "%s: %s".formatted(failed.getClass().getSimpleName(), failed.getMessage());
        return text.length() > LONGEST_ANSWER ? text.substring(0, LONGEST_ANSWER) : text;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
