package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.PORTAL_SESSION;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final DSLContext db;
    private final Requesters requesters;
    private final InstantSource time;
    private final OpenSessions open;

    PortalSessions(DSLContext db, Requesters requesters, InstantSource time) {
        this.db = db;
        this.requesters = requesters;
        this.time = time;
        this.open = new OpenSessions(db, PORTAL_SESSION, PORTAL_SESSION.REQUESTER, IDLE, LONGEST);
    }

    /** A new session, and the secret that its browser keeps. */
    Secret start(RequesterId requester, Origin origin) {
        return open.start(requester.value(), origin, Map.of(), time.instant());
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
                .where(PORTAL_SESSION.HASH.eq(hash), open.alive(now))
                .fetchOptional();
        found.ifPresent(row -> open.seen(hash, row.value2(), now));
        return found.map(row -> new RequesterId(row.value1()))
                .map(requesters::get)
                .filter(it -> it.email() != null)
                .map(Asker::new);
    }

    /** All that are open of one requester's, the last used first; {@code here} is the one that asks. */
    public List<Session> of(RequesterId requester, Secret here) {
        return open.of(requester.value(), here, open.alive(time.instant()));
    }

    public void end(Secret secret) {
        open.end(secret);
    }

    /** Ends one of a requester's own; another's is not found. */
    public void end(RequesterId requester, long id) {
        open.end(requester.value(), id);
    }

    /** Ends all of a requester's but the one that asks. */
    public void endOthers(RequesterId requester, Secret here) {
        open.endOthers(requester.value(), here);
    }
}
