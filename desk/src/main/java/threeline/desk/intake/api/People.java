package threeline.desk.intake.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.desk.intake.api.TicketView.Person;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;

/** People whose names are known by now; of others there is the id. */
record People(Map<RequesterId, Requester> requesters, Map<AgentId, Agent> agents) {

    static final People UNASKED = new People(Map.of(), Map.of());

    static People of(Requester requester) {
        return new People(Map.of(requester.id(), requester), Map.of());
    }

    Person requester(RequesterId id) {
        var known = requesters.get(id);
        return known == null ? new Person(id.value(), null, null) : Person.of(known);
    }

    @Nullable
    Person agent(@Nullable AgentId id) {
        if (id == null) {
            return null;
        }
        var known = agents.get(id);
        return known == null ? new Person(id.value(), null, null) : Person.of(known);
    }
}
