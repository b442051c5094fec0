package threeline.desk.people.access;

import java.util.EnumSet;
import java.util.Set;
import threeline.desk.people.Agent;

/** Who acts: an agent in person, or a program that acts as one within the scopes of its token. */
public record Actor(Agent agent, Set<Scope> scopes) implements Principal {

    public Actor {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public Rights.Thing own() {
        return new Rights.Thing.OfAgent(agent.id());
    }

    @Override
    public String word() {
        var who = "agent " + agent.id().value();
        return scopes.contains(Scope.IN_PERSON) ? who : "a program as " + who;
    }

    @Override
    public String words() {
        return "%s <%s>".formatted(agent.name(), agent.email());
    }

    /** What rights take them for. Who belongs to an organization is of the outside, whatever else they are. */
    @Override
    public Kind kind() {
        if (agent.organization() != null) {
            return Kind.OUTSIDE_AGENT;
        }
        return switch (agent.role()) {
            case AGENT -> Kind.AGENT;
            case MANAGER -> Kind.MANAGER;
            case ADMIN -> Kind.ADMINISTRATOR;
            case AUDITOR -> Kind.AUDITOR;
        };
    }

    static Actor inPerson(Agent agent) {
        return new Actor(agent, EnumSet.allOf(Scope.class));
    }
}
