package threeline.desk.people;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.CHARGE;
import static threeline.desk.db.people.Tables.MEMBERSHIP;
import static threeline.desk.db.people.Tables.PART;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads who helps at the desk that we serve just now; whoever is disabled does not. */
@Repository
@Transactional(readOnly = true)
public class Crews {

    private final DSLContext db;

    Crews(DSLContext db) {
        this.db = db;
    }

    public Crew now() {
        var groups = db.select(MEMBERSHIP.AGENT, MEMBERSHIP.GROUP_NAME)
                .from(MEMBERSHIP)
                .fetchGroups(MEMBERSHIP.AGENT, MEMBERSHIP.GROUP_NAME);
        var parts = db.select(PART.AGENT, PART.ROLE).from(PART).fetchGroups(PART.AGENT, PART.ROLE);
        var members = db.select(AGENT.ID, AGENT.NAME, AGENT.EMAIL, AGENT.ROLE, AGENT.ORGANIZATION, AGENT.LANGUAGE)
                .from(AGENT)
                .where(AGENT.DISABLED_AT.isNull())
                .orderBy(AGENT.ID)
                .fetch(row -> member(row, groups, parts));
        var charges = db.selectFrom(CHARGE)
                .fetchMap(
                        row -> new Crew.Charge(new OrganizationId(row.getOrganization()), row.getRole()),
                        row -> new AgentId(row.getAgent()));
        return new Crew(members, charges);
    }

    private static Crew.Member member(Record row, Map<Long, List<String>> groups, Map<Long, List<String>> parts) {
        var id = row.get(AGENT.ID);
        var organization = row.get(AGENT.ORGANIZATION);
        return new Crew.Member(
                AgentRow.read(row),
                Set.copyOf(groups.getOrDefault(id, List.of())),
                Set.copyOf(parts.getOrDefault(id, List.of())),
                organization == null ? null : new OrganizationId(organization),
                row.get(AGENT.LANGUAGE));
    }
}
