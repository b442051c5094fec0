package threeline.desk.contract;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.Charges;
import threeline.desk.people.Organization;
import threeline.desk.people.Positions;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.keeping.Terms;

/** Agrees with organizations what the charter has, and puts people of the desk and theirs in charge. */
@Component
@Transactional
public class Agreements {

    private final Contracts contracts;
    private final Charters charters;
    private final Charges charges;
    private final Positions positions;
    private final Agents agents;
    private final Requesters requesters;

    Agreements(
            Contracts contracts,
            Charters charters,
            Charges charges,
            Positions positions,
            Agents agents,
            Requesters requesters) {
        this.contracts = contracts;
        this.charters = charters;
        this.charges = charges;
        this.positions = positions;
        this.agents = agents;
        this.requesters = requesters;
    }

    /** From now on this is agreed; a package that the charter has not is refused. */
    public void agree(Organization with, Terms terms, String by) {
        var packages = charters.current().charter().offers().packages().keySet();
        if (terms.bought() != null && !packages.contains(terms.bought())) {
            throw invalid(
                    "bought",
                    "There is no package \"%s\" in this desk's charter; there are: %s."
                            .formatted(terms.bought(), String.join(", ", packages)));
        }
        contracts.agree(with.id(), terms, by);
    }

    /** From now on these have it in charge, by part; refused is a part that the charter has not, or who is not there. */
    public void charge(Organization organization, Map<String, AgentId> to) {
        var parts = positions.parts().stream().map(Positions.Part::id).toList();
        var there = agents.all().stream()
                .filter(it -> it.organization() == null)
                .map(it -> it.id())
                .toList();
        to.forEach((part, agent) -> {
            if (!parts.contains(part) || !there.contains(agent)) {
                throw invalid("charge-" + part, "There is no such role, or nobody who could play it.");
            }
        });
        charges.put(organization.id(), to);
    }

    /** Whether one of its people speaks for the others. */
    public void makeSuperUser(Organization organization, RequesterId who, boolean speaks) {
        var requester = requesters.all(java.util.List.of(who)).get(who);
        if (requester == null || !organization.equals(requester.organization())) {
            throw new ProblemException(new Problem.NotFound("They are not of this organization."));
        }
        requesters.makeSuperUser(who, speaks);
    }

    private static ProblemException invalid(String field, String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
    }
}
