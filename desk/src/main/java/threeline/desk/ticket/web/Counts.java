package threeline.desk.ticket.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.View;

/** How many tickets each view has, up to a thousand; counted anew when something happened, or after some seconds. */
@Component
@Transactional(readOnly = true)
class Counts {

    static final int MOST = 1000;
    private static final Duration STALE_AFTER = Duration.ofSeconds(15);

    private final TicketQueue queue;
    private final InstantSource time;
    private final Map<Whose, Known> known = new ConcurrentHashMap<>();

    Counts(TicketQueue queue, InstantSource time) {
        this.queue = queue;
        this.time = time;
    }

    /** Those of all views that show one, as this agent sees them. */
    Map<Views, Integer> of(AgentId agent) {
        var whose = new Whose(Tenant.current().id(), agent);
        var now = time.instant();
        var it = known.get(whose);
        if (it == null || Duration.between(it.at(), now).abs().compareTo(STALE_AFTER) > 0) {
            it = new Known(count(agent), now);
            known.put(whose, it);
        }
        return it.counts();
    }

    /** That of a view, where it shows one. */
    Optional<Integer> of(AgentId agent, View view) {
        return of(agent).entrySet().stream()
                .filter(it -> it.getKey().view() == view)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Something happened at this desk. */
    void forget(UUID tenant) {
        known.keySet().removeIf(whose -> whose.tenant().equals(tenant));
    }

    private Map<Views, Integer> count(AgentId agent) {
        var counts = new EnumMap<Views, Integer>(Views.class);
        for (var view : Views.values()) {
            if (view.grouped()) {
                counts.put(view, queue.count(view.view(), agent, MOST));
            }
        }
        return counts;
    }

    static String text(int count) {
        return count >= MOST ? MOST - 1 + "+" : Integer.toString(count);
    }

    private record Whose(UUID tenant, AgentId agent) {}

    private record Known(Map<Views, Integer> counts, Instant at) {}
}
