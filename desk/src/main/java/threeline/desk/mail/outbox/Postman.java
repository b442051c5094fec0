package threeline.desk.mail.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Round;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;

/** Carries what lies in the outboxes to the next server, a hundred mails at a time over a few lines that stay open. */
@Component
class Postman implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int BAG = 100;
    private static final String TOO_SLOW = "the relay took too long";
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Tenants tenants;
    private final Despatch despatch;
    private final InstantSource time;
    private final List<Relay.Line> lines;
    private final boolean waits;
    private final Duration patience;
    private final Round round = new Round("postman", EVERY, this::postAll);

    Postman(Tenants tenants, Despatch despatch, InstantSource time, Relay relay, RelaySettings settings) {
        this.tenants = tenants;
        this.despatch = despatch;
        this.time = time;
        this.waits = settings.host() == null;
        this.patience = settings.patience();
        this.lines = new ArrayList<>();
        for (var i = 0; i < Math.max(1, settings.connections()); i++) {
            lines.add(relay.line());
        }
    }

    void ringAfterCommit() {
        round.ringAfterCommit();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (waits) {
            log.warn("no relay is configured (threeline.mail.relay.host), so all mail waits in the outbox");
        } else {
            round.start();
        }
    }

    @Override
    public void destroy() {
        round.stop();
        lines.forEach(Relay.Line::close);
    }

    /** Sends all that is due. */
    void postAll() {
        for (var id : despatch.tenantsWithPost(time.instant())) {
            tenants.get(id).run(this::postOurs);
        }
    }

    private void postOurs() {
        var bag = despatch.claim(time.instant(), BAG);
        while (!bag.isEmpty()) {
            settle(carry(bag));
            bag = bag.size() < BAG ? List.of() : despatch.claim(time.instant(), BAG);
        }
    }

    private void settle(Map<Parcel, Delivery> results) {
        var now = time.instant();
        var taken = results.keySet().stream()
                .filter(it -> results.get(it) instanceof Delivery.Taken)
                .toList();
        despatch.sent(taken, now);
        results.forEach(this::notTaken);
    }

    /** Who hears of a lost mail may fail; the mail then stays claimed, and is tried again when the claim has run out. */
    private void notTaken(Parcel parcel, Delivery delivery) {
        if (delivery instanceof Delivery.Taken) {
            return;
        }
        try {
            despatch.notTaken(parcel, delivery, time.instant());
        } catch (RuntimeException e) {
            log.error("mail {} about {} was not taken, and that could not be told", parcel.id(), parcel.about(), e);
        }
    }

    /**
     * What one person is sent goes over one line, in the order in which it was left. Whatever has not left when our patience
     * ends waits for the next time: no server may drip for so long that another postman comes for the same mails.
     */
    Map<Parcel, Delivery> carry(List<Parcel> bag) {
        var results = new ConcurrentHashMap<Parcel, Delivery>();
        var byLine = bag.stream()
                .collect(
                        Collectors.groupingBy(it -> Math.floorMod(it.recipient().hashCode(), lines.size())));
        var tenant = Tenant.current();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byLine.forEach((line, parcels) -> threads.execute(() ->
                    tenant.run(() -> parcels.forEach(it -> results.put(it, sent(it, lines.get(line)))))));
            waitFor(threads);
        }
        return results;
    }

    private static Delivery sent(Parcel parcel, Relay.Line line) {
        return Thread.currentThread().isInterrupted() ? new Delivery.Deferred(TOO_SLOW) : inTime(line.send(parcel));
    }

    /** A virtual thread that is interrupted loses its connection, and what is said of that says nothing. */
    private static Delivery inTime(Delivery delivery) {
        return delivery instanceof Delivery.Deferred && Thread.currentThread().isInterrupted()
                ? new Delivery.Deferred(TOO_SLOW)
                : delivery;
    }

    private void waitFor(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
