package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.SESSION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.AgentRow;

/** Who is signed in. A session ends by signing out, a shift's length after it was last used, and in any case after a week. */
@Repository
@Transactional
public class Sessions {

    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final DSLContext db;
    private final InstantSource time;

    Sessions(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** A new session, and the secret that its browser keeps. What has run out at this desk is swept on the way. */
    Secret start(AgentId agent) {
        var now = time.instant();
        var secret = Secret.random();
        db.deleteFrom(SESSION)
                .where(SESSION.SEEN_AT.le(now.minus(IDLE)).or(SESSION.STARTED_AT.le(now.minus(LONGEST))))
                .execute();
        db.insertInto(SESSION, SESSION.HASH, SESSION.AGENT, SESSION.STARTED_AT, SESSION.SEEN_AT)
                .values(secret.hash(), agent.value(), now, now)
                .execute();
        return secret;
    }

    /** Who is signed in with this secret: one question to the database, and a minute apart, one note of being seen. */
    public Optional<Actor> find(Secret secret) {
        var now = time.instant();
        var found = db.select(AGENT.ID, AGENT.NAME, AGENT.EMAIL, AGENT.ROLE, AGENT.ORGANIZATION, SESSION.SEEN_AT)
                .from(SESSION)
                .join(AGENT)
                .on(AGENT.ID.eq(SESSION.AGENT))
                .where(SESSION.HASH.eq(secret.hash()), alive(now), AGENT.DISABLED_AT.isNull())
                .fetchOptional();
        found.filter(row -> row.get(SESSION.SEEN_AT).plus(TOUCH_EVERY).isBefore(now))
                .ifPresent(_ -> touch(secret, now));
        return found.map(row -> Actor.inPerson(AgentRow.read(row)));
    }

    public void end(Secret secret) {
        db.deleteFrom(SESSION).where(SESSION.HASH.eq(secret.hash())).execute();
    }

    private void touch(Secret secret, Instant now) {
        db.update(SESSION)
                .set(SESSION.SEEN_AT, now)
                .where(SESSION.HASH.eq(secret.hash()))
                .execute();
    }

    private static Condition alive(Instant now) {
        return SESSION.SEEN_AT.gt(now.minus(IDLE)).and(SESSION.STARTED_AT.gt(now.minus(LONGEST)));
    }
}
