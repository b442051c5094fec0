package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.DEMAND;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Role;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Of whom a second step is demanded, and who has one. Whoever lacks it may set one up and nothing else. */
@Repository
@Transactional
public class Demand {

    private final DSLContext db;
    private final Sessions sessions;
    private final SecondStep codes;
    private final Passkeys passkeys;
    private final AccountMail mail;

    Demand(DSLContext db, Sessions sessions, SecondStep codes, Passkeys passkeys, AccountMail mail) {
        this.db = db;
        this.sessions = sessions;
        this.codes = codes;
        this.passkeys = passkeys;
        this.mail = mail;
    }

    /** What one is to the desk of whom it is demanded. */
    public Set<Role> roles() {
        return db.select(DEMAND.ROLE).from(DEMAND).fetch().stream()
                .map(row -> Role.valueOf(row.value1().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * From now on it is demanded of these, wherever they are signed in. Who demands it of themselves has come in by both
     * steps, so that a desk keeps an administrator who can.
     */
    public void put(Set<Role> roles, Agent by, Secret here) {
        if (roles.contains(by.role()) && !sessions.isByBothSteps(here)) {
            throw new ProblemException(new Problem.Conflict(
                    "Set up a second step for yourself first, and sign in with it: so it is sure that you can."));
        }
        db.deleteFrom(DEMAND).execute();
        roles.forEach(role -> db.insertInto(DEMAND, DEMAND.ROLE)
                .values(role.name().toLowerCase(Locale.ROOT))
                .execute());
    }

    /** Whether somebody has set one up: codes, or a passkey. */
    public boolean isMet(AgentId agent) {
        return codes.isWanted(agent) || !passkeys.of(agent).isEmpty();
    }

    /** One was set up in this session, which has both steps if it was the first; and its owner is told by mail. */
    public void added(Agent agent, boolean first, Secret here) {
        if (first) {
            sessions.byBothSteps(here);
        }
        mail.secondStepSet(agent);
    }

    /** Something was given up; with nothing left, no session of theirs has more than one step. */
    public void givenUp(AgentId agent) {
        if (!isMet(agent)) {
            codes.removeCodes(agent);
            sessions.byOneStep(agent);
        }
    }
}
