package threeline.desk.people.erasure;

import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;

/** Who is erased: somebody who asked for help, or somebody who gave it and works here no more. */
public sealed interface Whom {

    record OfRequesters(RequesterId id) implements Whom {}

    record OfAgents(AgentId id) implements Whom {}

    default long number() {
        return switch (this) {
            case OfRequesters it -> it.id().value();
            case OfAgents it -> it.id().value();
        };
    }

    /** As the audit trail calls them. */
    default String words() {
        return switch (this) {
            case OfRequesters it -> "requester " + it.id().value();
            case OfAgents it -> "agent " + it.id().value();
        };
    }

    /** Below which their pages are, behind that of all erasures. */
    default String path() {
        return switch (this) {
            case OfRequesters it -> "/" + it.id().value();
            case OfAgents it -> "/agents/" + it.id().value();
        };
    }
}
