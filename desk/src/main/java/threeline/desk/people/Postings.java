package threeline.desk.people;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.MEMBERSHIP;
import static threeline.desk.db.people.Tables.PART;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where each agent stands, and what each is to the desk. */
@Repository
@Transactional
public class Postings {

    private final DSLContext db;

    Postings(DSLContext db) {
        this.db = db;
    }

    public Posting of(AgentId agent) {
        var groups = db.select(MEMBERSHIP.GROUP_NAME)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.AGENT.eq(agent.value()))
                .fetchSet(MEMBERSHIP.GROUP_NAME);
        var parts = db.select(PART.ROLE)
                .from(PART)
                .where(PART.AGENT.eq(agent.value()))
                .fetchSet(PART.ROLE);
        var language = db.select(AGENT.LANGUAGE).from(AGENT).where(is(agent)).fetchOptional(AGENT.LANGUAGE);
        return new Posting(groups, parts, language.orElse(null));
    }

    /** From now on the agent stands here, and nowhere else. */
    public void put(AgentId agent, Posting to) {
        db.deleteFrom(MEMBERSHIP).where(MEMBERSHIP.AGENT.eq(agent.value())).execute();
        db.deleteFrom(PART).where(PART.AGENT.eq(agent.value())).execute();
        add(agent, to.groups(), to.parts());
        db.update(AGENT).set(AGENT.LANGUAGE, to.language()).where(is(agent)).execute();
    }

    void add(AgentId agent, Set<String> groups, Set<String> parts) {
        var memberships = groups.stream()
                .map(group -> (Query) db.insertInto(MEMBERSHIP, MEMBERSHIP.AGENT, MEMBERSHIP.GROUP_NAME)
                        .values(agent.value(), group));
        var roles = parts.stream()
                .map(part -> (Query) db.insertInto(PART, PART.AGENT, PART.ROLE).values(agent.value(), part));
        db.batch(Stream.concat(memberships, roles).toList()).execute();
    }

    /** Whether it could be done: somebody has to be left who may appoint others. */
    public boolean appoint(AgentId agent, Role role) {
        var admins = db.select(AGENT.ID)
                .from(AGENT)
                .where(AGENT.ROLE.eq(word(Role.ADMIN)), AGENT.DISABLED_AT.isNull())
                .orderBy(AGENT.ID)
                .forUpdate()
                .fetch(AGENT.ID);
        if (role != Role.ADMIN && admins.equals(List.of(agent.value()))) {
            return false;
        }
        db.update(AGENT).set(AGENT.ROLE, word(role)).where(is(agent)).execute();
        return true;
    }

    private static org.jooq.Condition is(AgentId agent) {
        return AGENT.ID.eq(agent.value());
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
