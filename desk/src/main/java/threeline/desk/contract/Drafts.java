package threeline.desk.contract;

import static threeline.desk.db.contract.Tables.DRAFT;

import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;

/** The charters that people are writing at; each has one draft, on whatever device. */
@Repository
@Transactional
public class Drafts {

    private final DSLContext db;
    private final InstantSource time;

    Drafts(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    public Optional<Draft> of(AgentId agent) {
        return db.selectFrom(DRAFT)
                .where(DRAFT.AGENT.eq(agent.value()))
                .fetchOptional(row -> new Draft(row.getText(), row.getBegunFrom(), row.getSavedAt()));
    }

    /** Keeps what was written; a new draft begins from the version given. */
    public Draft save(AgentId agent, String text, int begunFrom) {
        var now = time.instant();
        return db.insertInto(DRAFT)
                .set(DRAFT.AGENT, agent.value())
                .set(DRAFT.TEXT, text)
                .set(DRAFT.BEGUN_FROM, begunFrom)
                .set(DRAFT.SAVED_AT, now)
                .onConflict(DRAFT.TENANT, DRAFT.AGENT)
                .doUpdate()
                .set(DRAFT.TEXT, text)
                .set(DRAFT.SAVED_AT, now)
                .returning()
                .fetchSingle(row -> new Draft(row.getText(), row.getBegunFrom(), row.getSavedAt()));
    }

    public void discard(AgentId agent) {
        db.deleteFrom(DRAFT).where(DRAFT.AGENT.eq(agent.value())).execute();
    }
}
