package threeline.desk.ticket;

import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;

/** Who made an entry: a requester, an agent, or the desk by itself. */
public sealed interface Author {

    record OfRequester(RequesterId id) implements Author {}

    record OfAgent(AgentId id) implements Author {}

    record OfDesk() implements Author {}

    static Author of(RequesterId id) {
        return new OfRequester(id);
    }

    static Author of(AgentId id) {
        return new OfAgent(id);
    }

    static Author desk() {
        return new OfDesk();
    }
}
