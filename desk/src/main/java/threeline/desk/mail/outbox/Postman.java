package threeline.desk.mail.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Round;
import threeline.desk.tenant.Tenants;

/** Carries what lies in the outboxes to the next server, a hundred mails at a time over a few lines that stay open. */
@Component
class Postman implements DisposableBean {

    private static final int BAG = 100;
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Tenants tenants;
    private final Despatch despatch;
    private final InstantSource time;
    private final List<Relay.Line> lines;
    private final Round round = new Round("postman", EVERY, this::postAll);

    Postman(Tenants tenants, Despatch despatch, InstantSource time, Relay relay, RelaySettings settings) {
        this.tenants = tenants;
        this.despatch = despatch;
        this.time = time;
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
        round.start();
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
            despatch.settle(carry(bag), time.instant());
            bag = bag.size() < BAG ? List.of() : despatch.claim(time.instant(), BAG);
        }
    }

    /** What one person is sent goes over one line, in the order in which it was left. */
    private Map<Parcel, Delivery> carry(List<Parcel> bag) {
        var results = new ConcurrentHashMap<Parcel, Delivery>();
        var byLine = bag.stream()
                .collect(
                        Collectors.groupingBy(it -> Math.floorMod(it.recipient().hashCode(), lines.size())));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byLine.forEach((line, parcels) -> threads.execute(
                    () -> parcels.forEach(it -> results.put(it, lines.get(line).send(it)))));
        }
        return results;
    }
}
