package threeline.desk.people.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;
import threeline.desk.people.OffWatch;

/**
 * Who acts: an agent in person, or a program that acts as one within the scopes of its token.
 *
 * @param offWatch that their rights hold on their watch alone, and they are not on it; null for everybody else
 * @param lacksStep that a second step is demanded of them, and they came in without
 */
public record Actor(
        Agent agent, Set<Scope> scopes, @Nullable OffWatch offWatch, boolean lacksStep) implements Principal {

    public Actor {
        scopes = Set.copyOf(scopes);
    }

    public Actor(Agent agent, Set<Scope> scopes) {
        this(agent, scopes, null, false);
    }

    /** The same while they are off watch. */
    public Actor away(OffWatch until) {
        return new Actor(agent, scopes, until, lacksStep);
    }

    /** The same where more was demanded of them. */
    public Actor byOneStep() {
        return new Actor(agent, scopes, offWatch, true);
    }

    /** The same once they are on watch. */
    Actor back() {
        return new Actor(agent, scopes);
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

    /**
     * What rights take them for. Who lacks a step that is demanded is nothing else before it is taken; who is off watch is nothing else meanwhile; who belongs to an organization is of the
     * outside, whatever else they are.
     */
    @Override
    public Kind kind() {
        if (lacksStep) {
            return Kind.ONE_STEP;
        }
        if (offWatch != null) {
            return Kind.OFF_WATCH;
        }
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
