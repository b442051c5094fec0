package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.PORTAL_SESSION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;

/** Which requesters are signed in. They have no password to come back with, so a session of theirs lives for longer. */
@Repository
@Transactional
public class PortalSessions {

    private static final Duration IDLE = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final DSLContext db;
    private final Requesters requesters;
    private final InstantSource time;

    PortalSessions(DSLContext db, Requesters requesters, InstantSource time) {
        this.db = db;
        this.requesters = requesters;
        this.time = time;
    }

    /** A new session, and the secret that its browser keeps. What has run out at this desk is swept on the way. */
    Secret start(RequesterId requester, Origin origin) {
        var now = time.instant();
        var secret = Secret.random();
        db.deleteFrom(PORTAL_SESSION)
                .where(PORTAL_SESSION.SEEN_AT.le(now.minus(IDLE)).or(PORTAL_SESSION.STARTED_AT.le(now.minus(LONGEST))))
                .execute();
        db.insertInto(PORTAL_SESSION)
                .set(PORTAL_SESSION.HASH, secret.hash())
                .set(PORTAL_SESSION.REQUESTER, requester.value())
                .set(PORTAL_SESSION.STARTED_AT, now)
                .set(PORTAL_SESSION.SEEN_AT, now)
                .set(PORTAL_SESSION.PLACE, origin.place())
                .set(PORTAL_SESSION.BROWSER, origin.browser())
                .execute();
        return secret;
    }

    /** Who is signed in with this secret, as they are known now: what changes of them holds at their next request. */
    public Optional<Asker> find(Secret secret) {
        return find(secret.hash());
    }

    /** The same by what stands for it. */
    Optional<Asker> find(byte[] hash) {
        var now = time.instant();
        var found = db.select(PORTAL_SESSION.REQUESTER, PORTAL_SESSION.SEEN_AT)
                .from(PORTAL_SESSION)
                .where(PORTAL_SESSION.HASH.eq(hash), alive(now))
                .fetchOptional();
        found.filter(row -> row.value2().plus(TOUCH_EVERY).isBefore(now)).ifPresent(_ -> touch(hash, now));
        return found.map(row -> new RequesterId(row.value1()))
                .map(requesters::get)
                .filter(it -> it.email() != null)
                .map(Asker::new);
    }

    /** All that are open of one requester's, the last used first; {@code here} is the one that asks. */
    public List<Session> of(RequesterId requester, Secret here) {
        return db.selectFrom(PORTAL_SESSION)
                .where(PORTAL_SESSION.REQUESTER.eq(requester.value()), alive(time.instant()))
                .orderBy(PORTAL_SESSION.SEEN_AT.desc(), PORTAL_SESSION.ID.desc())
                .fetch(row -> new Session(
                        row.getId(),
                        row.getStartedAt(),
                        row.getSeenAt(),
                        new Origin(row.getPlace(), row.getBrowser()),
                        Arrays.equals(row.getHash(), here.hash())));
    }

    public void end(Secret secret) {
        db.deleteFrom(PORTAL_SESSION)
                .where(PORTAL_SESSION.HASH.eq(secret.hash()))
                .execute();
    }

    /** Ends one of a requester's own; another's is not found. */
    public void end(RequesterId requester, long id) {
        db.deleteFrom(PORTAL_SESSION)
                .where(PORTAL_SESSION.ID.eq(id), PORTAL_SESSION.REQUESTER.eq(requester.value()))
                .execute();
    }

    /** Ends all of a requester's but the one that asks. */
    public void endOthers(RequesterId requester, Secret here) {
        db.deleteFrom(PORTAL_SESSION)
                .where(PORTAL_SESSION.REQUESTER.eq(requester.value()), PORTAL_SESSION.HASH.ne(here.hash()))
                .execute();
    }

    private void touch(byte[] hash, Instant now) {
        db.update(PORTAL_SESSION)
                .set(PORTAL_SESSION.SEEN_AT, now)
                .where(PORTAL_SESSION.HASH.eq(hash))
                .execute();
    }

    private static Condition alive(Instant now) {
        return PORTAL_SESSION.SEEN_AT.gt(now.minus(IDLE)).and(PORTAL_SESSION.STARTED_AT.gt(now.minus(LONGEST)));
    }
}
