package threeline.desk.people;

import static threeline.desk.db.people.Tables.CHARGE;

import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who plays a part for one organization: its account manager, its Client Success Manager. */
@Repository
@Transactional
public class Charges {

    private final DSLContext db;

    Charges(DSLContext db) {
        this.db = db;
    }

    /** Who has this organization in charge, by part. */
    public Map<String, AgentId> of(OrganizationId organization) {
        return db.selectFrom(CHARGE)
                .where(CHARGE.ORGANIZATION.eq(organization.value()))
                .fetchMap(CHARGE.ROLE, row -> new AgentId(row.getAgent()));
    }

    /** From now on these have it in charge, and nobody else. */
    public void put(OrganizationId organization, Map<String, AgentId> charges) {
        db.deleteFrom(CHARGE)
                .where(CHARGE.ORGANIZATION.eq(organization.value()))
                .execute();
        charges.forEach((part, agent) -> db.insertInto(CHARGE, CHARGE.ORGANIZATION, CHARGE.ROLE, CHARGE.AGENT)
                .values(organization.value(), part, agent.value())
                .execute());
    }
}
