package threeline.desk.people.provider;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.BINDING;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.AgentRow;

/** Whom here a provider means: by its issuer and its subject, and never by an address. */
@Repository
@Transactional
public class Bindings {

    private final DSLContext db;
    private final InstantSource time;

    Bindings(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Who is bound, and whether their access has ended. */
    record Bound(Agent agent, boolean joined, boolean ended) {}

    Optional<Bound> find(Claims claims) {
        return db.select(
                        AGENT.ID,
                        AGENT.NAME,
                        AGENT.EMAIL,
                        AGENT.ROLE,
                        AGENT.ORGANIZATION,
                        AGENT.DISABLED_AT,
                        BINDING.JOINED)
                .from(BINDING)
                .join(AGENT)
                .on(AGENT.ID.eq(BINDING.AGENT))
                .where(of(claims))
                .fetchOptional(row ->
                        new Bound(AgentRow.read(row), row.get(BINDING.JOINED), row.get(AGENT.DISABLED_AT) != null));
    }

    /** False if that somebody is bound already. */
    boolean bind(Claims claims, AgentId agent, boolean joined) {
        return db.insertInto(BINDING)
                        .set(BINDING.ISSUER, claims.issuer())
                        .set(BINDING.SUBJECT, claims.subject())
                        .set(BINDING.AGENT, agent.value())
                        .set(BINDING.JOINED, joined)
                        .set(BINDING.MADE_AT, time.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void used(Claims claims) {
        db.update(BINDING)
                .set(BINDING.USED_AT, time.instant())
                .where(of(claims))
                .execute();
    }

    public List<Binding> of(AgentId agent) {
        return db.selectFrom(BINDING)
                .where(BINDING.AGENT.eq(agent.value()))
                .orderBy(BINDING.ID)
                .fetch(row ->
                        new Binding(row.getId(), row.getIssuer(), row.getJoined(), row.getMadeAt(), row.getUsedAt()));
    }

    /** How many come in by each issuer. */
    public Map<String, Integer> count() {
        return db.select(BINDING.ISSUER, DSL.count())
                .from(BINDING)
                .groupBy(BINDING.ISSUER)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** Ends one of an agent's own; another's is not found. */
    public void end(AgentId agent, long id) {
        db.deleteFrom(BINDING)
                .where(BINDING.ID.eq(id), BINDING.AGENT.eq(agent.value()))
                .execute();
    }

    private static Condition of(Claims claims) {
        return BINDING.ISSUER.eq(claims.issuer()).and(BINDING.SUBJECT.eq(claims.subject()));
    }
}
