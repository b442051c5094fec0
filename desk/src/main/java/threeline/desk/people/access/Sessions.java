package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.DEMAND;
import static threeline.desk.db.people.Tables.SESSION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.AgentRow;

/** Who is signed in. A session ends by signing out, a shift's length after it was last used, and in any case after a week. */
@Repository
@Transactional
public class Sessions {

    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration WAITS = Duration.ofMinutes(10);

    /** Whether a second step is demanded of whoever has the session, who came in without. */
    private static final Field<Boolean> LACKS_A_STEP = DSL.field(SESSION.BOTH_STEPS
            .isFalse()
            .and(DSL.exists(DSL.selectOne().from(DEMAND).where(DEMAND.ROLE.eq(AGENT.ROLE)))));

    private final DSLContext db;
    private final InstantSource time;
    private final OpenSessions open;

    Sessions(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
        this.open = new OpenSessions(db, SESSION, SESSION.AGENT, IDLE, LONGEST);
    }

    /** How far somebody came: to the second step, in without one, or in by both. */
    enum Steps {
        /** Lets in nowhere until the second step is taken, and not for long. */
        WAITS,
        ONE,
        BOTH
    }

    /** A new session, and the secret that its browser keeps. */
    Secret start(AgentId agent, Origin origin, Steps steps) {
        Map<Field<?>, ?> besides = Map.of(SESSION.WAITS, steps == Steps.WAITS, SESSION.BOTH_STEPS, steps == Steps.BOTH);
        return open.start(agent.value(), origin, besides, time.instant());
    }

    /** Who is signed in with this secret: one question to the database, and a minute apart, one note of being seen. */
    public Optional<Actor> find(Secret secret) {
        return find(secret.hash());
    }

    /** The same by what stands for it. */
    Optional<Actor> find(byte[] hash) {
        var now = time.instant();
        var found = db.select(
                        AGENT.ID,
                        AGENT.NAME,
                        AGENT.EMAIL,
                        AGENT.ROLE,
                        AGENT.ORGANIZATION,
                        SESSION.SEEN_AT,
                        LACKS_A_STEP)
                .from(SESSION)
                .join(AGENT)
                .on(AGENT.ID.eq(SESSION.AGENT))
                .where(SESSION.HASH.eq(hash), alive(now), AGENT.DISABLED_AT.isNull())
                .fetchOptional();
        found.ifPresent(row -> open.seen(hash, row.get(SESSION.SEEN_AT), now));
        return found.map(row -> {
            var actor = Actor.inPerson(AgentRow.read(row));
            return row.get(LACKS_A_STEP) ? actor.byOneStep() : actor;
        });
    }

    /** Who has given a password with this secret, and has to take the second step. */
    public Optional<Agent> waiting(Secret secret) {
        return db.select(AGENT.ID, AGENT.NAME, AGENT.EMAIL, AGENT.ROLE, AGENT.ORGANIZATION)
                .from(SESSION)
                .join(AGENT)
                .on(AGENT.ID.eq(SESSION.AGENT))
                .where(
                        SESSION.HASH.eq(secret.hash()),
                        SESSION.WAITS.isTrue(),
                        SESSION.STARTED_AT.gt(time.instant().minus(WAITS)),
                        AGENT.DISABLED_AT.isNull())
                .fetchOptional(AgentRow::read);
    }

    public void end(Secret secret) {
        open.end(secret);
    }

    /** All that are open of one agent's, the last used first; {@code here} is the one that asks. */
    public List<Session> of(AgentId agent, Secret here) {
        return open.of(agent.value(), here, alive(time.instant()));
    }

    /** How many are open of each agent's. */
    public Map<AgentId, Integer> count() {
        return db.select(SESSION.AGENT, DSL.count())
                .from(SESSION)
                .where(alive(time.instant()))
                .groupBy(SESSION.AGENT)
                .fetchMap(row -> new AgentId(row.value1()), row -> row.value2());
    }

    /** Ends one of an agent's own; another's is not found. */
    public void end(AgentId agent, long id) {
        open.end(agent.value(), id);
    }

    /** Ends all of an agent's: pages at the next request, live streams within their beat. */
    public void endAll(AgentId agent) {
        db.deleteFrom(SESSION).where(SESSION.AGENT.eq(agent.value())).execute();
    }

    /** Ends all of an agent's but the one that asks. */
    public void endOthers(AgentId agent, Secret here) {
        open.endOthers(agent.value(), here);
    }

    boolean isByBothSteps(Secret here) {
        return db.fetchExists(SESSION, SESSION.HASH.eq(here.hash()), SESSION.BOTH_STEPS.isTrue());
    }

    /** Whether it has just begun, so that whoever has it was asked who they are a moment ago. */
    boolean isFresh(Secret here) {
        return db.fetchExists(
                SESSION,
                SESSION.HASH.eq(here.hash()),
                SESSION.STARTED_AT.gt(time.instant().minus(WAITS)));
    }

    void byBothSteps(Secret here) {
        db.update(SESSION)
                .set(SESSION.BOTH_STEPS, true)
                .where(SESSION.HASH.eq(here.hash()))
                .execute();
    }

    void byOneStep(AgentId agent) {
        db.update(SESSION)
                .set(SESSION.BOTH_STEPS, false)
                .where(SESSION.AGENT.eq(agent.value()))
                .execute();
    }

    private Condition alive(Instant now) {
        return SESSION.WAITS.isFalse().and(open.alive(now));
    }
}
