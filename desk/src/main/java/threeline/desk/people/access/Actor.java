package threeline.desk.people.access;

import java.util.EnumSet;
import java.util.Set;
import threeline.desk.people.Agent;

/** Who acts: an agent in person, or a program that acts as one within the scopes of its token. */
public record Actor(Agent agent, Set<Scope> scopes) {

    public Actor {
        scopes = Set.copyOf(scopes);
    }

    static Actor inPerson(Agent agent) {
        return new Actor(agent, EnumSet.allOf(Scope.class));
    }
}
