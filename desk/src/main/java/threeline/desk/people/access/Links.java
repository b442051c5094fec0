package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.LINK;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

/** Links that were given out and open one thing, once, until they run out. */
@Repository
@Transactional
class Links {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext db;
    private final InstantSource time;

    Links(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** A new link, in the place of those that this agent was given before for the same. */
    Secret make(AgentId agent, Purpose purpose) {
        var now = time.instant();
        var secret = Secret.random();
        end(agent, purpose);
        db.deleteFrom(LINK).where(LINK.MADE_AT.lt(now.minus(KEPT))).execute();
        db.insertInto(LINK, LINK.HASH, LINK.PURPOSE, LINK.AGENT, LINK.MADE_AT, LINK.EXPIRES_AT)
                .values(secret.hash(), purpose.word(), agent.value(), now, now.plus(purpose.life()))
                .execute();
        return secret;
    }

    /** How many this agent was given since then. */
    int madeSince(AgentId agent, Purpose purpose, Instant since) {
        return db.fetchCount(LINK, of(agent, purpose).and(LINK.MADE_AT.gt(since)));
    }

    /** Whom a link lets in that still opens. */
    Optional<Agent> find(Secret secret, Purpose purpose) {
        return db.select(AGENT.ID, AGENT.NAME, AGENT.EMAIL, AGENT.ROLE, AGENT.ORGANIZATION)
                .from(LINK)
                .join(AGENT)
                .on(AGENT.ID.eq(LINK.AGENT))
                .where(LINK.HASH.eq(secret.hash()), opens(purpose), AGENT.DISABLED_AT.isNull())
                .fetchOptional(AgentRow::read);
    }

    /** Uses a link up; of several who try at once, one succeeds. */
    boolean use(Secret secret, Purpose purpose) {
        return db.update(LINK)
                        .set(LINK.USED_AT, time.instant())
                        .where(LINK.HASH.eq(secret.hash()), opens(purpose))
                        .execute()
                == 1;
    }

    /** None of these links opens any more. */
    void end(AgentId agent, Purpose purpose) {
        db.update(LINK)
                .set(LINK.USED_AT, time.instant())
                .where(of(agent, purpose).and(LINK.USED_AT.isNull()))
                .execute();
    }

    /** Until when the latest invitation of each agent opens, or opened, that was not taken up. */
    Map<AgentId, Instant> invited() {
        return db.select(LINK.AGENT, DSL.max(LINK.EXPIRES_AT))
                .from(LINK)
                .where(LINK.PURPOSE.eq(Purpose.INVITATION.word()), LINK.USED_AT.isNull())
                .groupBy(LINK.AGENT)
                .fetchMap(row -> new AgentId(row.value1()), row -> row.value2());
    }

    private Condition opens(Purpose purpose) {
        return LINK.PURPOSE.eq(purpose.word()).and(LINK.USED_AT.isNull()).and(LINK.EXPIRES_AT.gt(time.instant()));
    }

    private static Condition of(AgentId agent, Purpose purpose) {
        return LINK.AGENT.eq(agent.value()).and(LINK.PURPOSE.eq(purpose.word()));
    }
}
