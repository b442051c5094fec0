package threeline.desk.ticket.web;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.tenant.Tenant;

/** The desk's agents by name, as pages show them; asked for again after a few seconds. */
@Component
class Faces {

    private static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private final Agents agents;
    private final InstantSource time;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Faces(Agents agents, InstantSource time) {
        this.agents = agents;
        this.time = time;
    }

    /** All who are not disabled, by name. */
    List<Agent> all() {
        return known().all();
    }

    String name(AgentId id) {
        var agent = known().byId().get(id);
        return agent != null ? agent.name() : agents.get(id).name();
    }

    @Nullable
    String nameOrNull(@Nullable AgentId id) {
        return id == null ? null : name(id);
    }

    private Known known() {
        var now = time.instant();
        var it = known.get(Tenant.current().id());
        if (it == null || Duration.between(it.at(), now).abs().compareTo(STALE_AFTER) > 0) {
            it = Known.of(agents.all(), now);
            known.put(Tenant.current().id(), it);
        }
        return it;
    }

    private record Known(List<Agent> all, Map<AgentId, Agent> byId, Instant at) {

        static Known of(List<Agent> all, Instant at) {
            return new Known(all, all.stream().collect(toMap(Agent::id, Function.identity())), at);
        }
    }
}
