package threeline.desk.mail.inbox;

import static threeline.desk.db.mail.Tables.INBOX;
import static threeline.desk.db.mail.tables.TenantsWithInboxes.TENANTS_WITH_INBOXES;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notes how the current tenant's inboxes are getting on, and which node fetches from which. */
@Repository
@Transactional
class Keeping {

    private static final Duration HELD_FOR = Duration.ofSeconds(30);

    private final DSLContext db;
    private final InstantSource time;
    private final UUID node = UUID.randomUUID();
    private final RandomGenerator random = RandomGenerator.getDefault();

    Keeping(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** An inbox to be visited; the edition changes with whatever a person changes about it. */
    record Held(Inbox inbox, int edition, Instant addedAt) {}

    /** Tenants that have inboxes to be fetched from; the only thing asked across the wall. */
    List<UUID> tenants() {
        return db.selectFrom(TENANTS_WITH_INBOXES.call()).fetch(row -> row.get(0, UUID.class));
    }

    /** Those that are due and that no other node holds are this node's for a while. */
    List<Held> hold(Collection<Long> visited) {
        var now = time.instant();
        return db.update(INBOX)
                .set(INBOX.HOLDER, node)
                .set(INBOX.HELD_UNTIL, now.plus(HELD_FOR))
                .where(INBOX.ACTIVE)
                .and(INBOX.DUE_AT.isNull().or(INBOX.DUE_AT.le(now)))
                .and(INBOX.ID.notIn(visited))
                .and(isFree())
                .returning()
                .fetch(row -> new Held(Inboxes.inbox(row), row.getEdition(), row.getAddedAt()));
    }

    /** Which of these are still this node's, as they were, and for a while longer. */
    Set<Long> stillHeld(Collection<Held> visited) {
        var same = visited.stream()
                .map(it -> INBOX.ID.eq(it.inbox().id()).and(INBOX.EDITION.eq(it.edition())))
                .reduce(Condition::or)
                .orElseThrow();
        var now = time.instant();
        var ours = INBOX.HOLDER.eq(node).and(INBOX.ACTIVE).and(same);
        db.update(INBOX)
                .set(INBOX.HELD_UNTIL, now.plus(HELD_FOR))
                .where(ours)
                .and(INBOX.HELD_UNTIL.lt(now.plus(HELD_FOR.dividedBy(2))))
                .execute();
        return db.select(INBOX.ID).from(INBOX).where(ours).fetchSet(INBOX.ID);
    }

    private Condition isFree() {
        return INBOX.HOLDER.isNull().or(INBOX.HOLDER.eq(node)).or(INBOX.HELD_UNTIL.le(time.instant()));
    }

    /** Its server answers, and so many lie there still. */
    void contacted(long inbox, int backlog) {
        db.update(INBOX)
                .set(INBOX.CONTACT_AT, time.instant())
                .set(INBOX.BACKLOG, backlog)
                .where(INBOX.ID.eq(inbox))
                .execute();
    }

    void kept(long inbox, int backlog) {
        db.update(INBOX)
                .set(INBOX.CONTACT_AT, time.instant())
                .set(INBOX.LETTER_AT, time.instant())
                .set(INBOX.BACKLOG, backlog)
                .where(INBOX.ID.eq(inbox))
                .execute();
    }

    /** All that was there is done; it is visited again after that time, by whoever is quicker. */
    void done(long inbox, Duration rest) {
        db.update(INBOX)
                .setNull(INBOX.ERROR)
                .setNull(INBOX.ERROR_AT)
                .set(INBOX.FAILURES, 0)
                .set(INBOX.DUE_AT, time.instant().plus(rest))
                .setNull(INBOX.HOLDER)
                .where(INBOX.ID.eq(inbox))
                .and(INBOX.HOLDER.eq(node))
                .execute();
    }

    /** All that was there is done, and the visit goes on. */
    void well(long inbox) {
        db.update(INBOX)
                .setNull(INBOX.ERROR)
                .setNull(INBOX.ERROR_AT)
                .set(INBOX.FAILURES, 0)
                .where(INBOX.ID.eq(inbox))
                .and(INBOX.ERROR.isNotNull())
                .execute();
    }

    /** The instant it began to fail stays. */
    void failed(Held held, String why) {
        var failures = db.select(INBOX.FAILURES)
                        .from(INBOX)
                        .where(INBOX.ID.eq(held.inbox().id()))
                        .fetchOptional(INBOX.FAILURES)
                        .orElse(0)
                + 1;
        var now = time.instant();
        db.update(INBOX)
                .set(INBOX.ERROR, why)
                .set(INBOX.ERROR_AT, DSL.coalesce(INBOX.ERROR_AT, now))
                .set(INBOX.FAILURES, failures)
                .set(INBOX.DUE_AT, now.plus(Pause.after(failures, random)))
                .setNull(INBOX.HOLDER)
                .where(INBOX.ID.eq(held.inbox().id()))
                .and(INBOX.EDITION.eq(held.edition()))
                .and(INBOX.HOLDER.eq(node))
                .execute();
    }

    /** Whoever is next may have it at once. */
    void letGo(long inbox) {
        db.update(INBOX)
                .setNull(INBOX.HOLDER)
                .where(INBOX.ID.eq(inbox))
                .and(INBOX.HOLDER.eq(node))
                .execute();
    }
}
