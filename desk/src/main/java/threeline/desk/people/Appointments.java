package threeline.desk.people;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Says where agents stand and what they are to the desk; pages and API come here alike. */
@Component
@Transactional
public class Appointments {

    private final Agents agents;
    private final Postings postings;
    private final Organizations organizations;
    private final Positions positions;

    Appointments(Agents agents, Postings postings, Organizations organizations, Positions positions) {
        this.agents = agents;
        this.postings = postings;
        this.organizations = organizations;
        this.positions = positions;
    }

    public Agent get(AgentId id) {
        return agents.known(id)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no such agent at this desk.")));
    }

    /** From now on the agent stands there; refused where the charter has no such place for them. */
    public void post(AgentId id, Posting to) {
        var outside = get(id).organization();
        var misfit = to.misfit(positions, postings.of(id), outside == null ? null : organizations.key(outside));
        if (misfit.isPresent()) {
            throw new ProblemException(new Problem.Invalid(
                    new Problem.Fault(misfit.get().field(), misfit.get().what())));
        }
        postings.put(id, to);
    }

    /** From now on the agent is this to the desk, unless nobody were left then who may say so. */
    public void appoint(AgentId id, Role role) {
        var agent = get(id);
        if (agent.organization() != null && role != Role.AGENT) {
            throw new ProblemException(new Problem.Conflict(
                    "%s is of another organization and can't run this desk.".formatted(agent.name())));
        }
        if (!postings.appoint(id, role)) {
            throw new ProblemException(new Problem.Conflict(
                    "%s is the desk's last administrator. Make somebody else one first.".formatted(agent.name())));
        }
    }
}
