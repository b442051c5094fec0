package threeline.desk.people.access;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import threeline.desk.people.Agents;
import threeline.desk.people.Watches;

/** Looks at each request whether agents whose rights hold on their watch alone are on it; who runs the desk always is. */
@Component
class Watchkeeper {

    private final Watches watches;
    private final Agents agents;
    private final InstantSource time;

    Watchkeeper(Watches watches, Agents agents, InstantSource time) {
        this.watches = watches;
        this.agents = agents;
        this.time = time;
    }

    /** The same, as rights take them now. */
    Actor look(Actor actor) {
        var mayBeBound = actor.kind() == Kind.AGENT || actor.kind() == Kind.OUTSIDE_AGENT;
        if (!mayBeBound || !watches.bindAnybody()) {
            return actor;
        }
        var groups = agents.groupsOf(actor.agent().id());
        return watches.offWatch(groups, time.instant()).map(actor::away).orElse(actor);
    }
}
