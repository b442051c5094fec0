package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.PORTAL_LINK;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.RequesterId;

/** Links by which requesters come in, each once and for half an hour. */
@Repository
@Transactional
class PortalLinks {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext db;
    private final InstantSource time;

    PortalLinks(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Another link. Those before it open too: mails overtake each other. */
    Secret make(RequesterId requester) {
        var now = time.instant();
        var secret = Secret.random();
        db.deleteFrom(PORTAL_LINK)
                .where(PORTAL_LINK.MADE_AT.lt(now.minus(KEPT)))
                .execute();
        db.insertInto(PORTAL_LINK, PORTAL_LINK.HASH, PORTAL_LINK.REQUESTER, PORTAL_LINK.MADE_AT, PORTAL_LINK.EXPIRES_AT)
                .values(secret.hash(), requester.value(), now, now.plus(LIFE))
                .execute();
        return secret;
    }

    /** How many this requester was given since then. */
    int madeSince(RequesterId requester, Instant since) {
        return db.fetchCount(
                PORTAL_LINK, PORTAL_LINK.REQUESTER.eq(requester.value()).and(PORTAL_LINK.MADE_AT.gt(since)));
    }

    /** Whom a link lets in that still opens. */
    Optional<RequesterId> find(Secret secret) {
        return db.select(PORTAL_LINK.REQUESTER)
                .from(PORTAL_LINK)
                .where(opens(secret))
                .fetchOptional(row -> new RequesterId(row.value1()));
    }

    /** Uses a link up, and all others of its requester; of several who try at once, one succeeds. */
    Optional<RequesterId> use(Secret secret) {
        var used = db.update(PORTAL_LINK)
                .set(PORTAL_LINK.USED_AT, time.instant())
                .where(opens(secret))
                .returningResult(PORTAL_LINK.REQUESTER)
                .fetchOptional(row -> new RequesterId(row.value1()));
        used.ifPresent(it -> db.update(PORTAL_LINK)
                .set(PORTAL_LINK.USED_AT, time.instant())
                .where(PORTAL_LINK.REQUESTER.eq(it.value()), PORTAL_LINK.USED_AT.isNull())
                .execute());
        return used;
    }

    private Condition opens(Secret secret) {
        return PORTAL_LINK
                .HASH
                .eq(secret.hash())
                .and(PORTAL_LINK.USED_AT.isNull())
                .and(PORTAL_LINK.EXPIRES_AT.gt(time.instant()));
    }
}
