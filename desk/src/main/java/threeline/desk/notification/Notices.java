package threeline.desk.notification;

import static org.jooq.impl.DSL.any;
import static threeline.desk.db.notification.Tables.NOTICE;
import static threeline.desk.db.notification.tables.TenantsWithNotices.TENANTS_WITH_NOTICES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.springframework.stereotype.Repository;
import threeline.desk.ticket.TicketNumber;

/** All that has still to be told. */
@Repository
class Notices {

    private final DSLContext db;

    Notices(DSLContext db) {
        this.db = db;
    }

    void add(TicketNumber ticket, int entry, Notice.What what, Instant dueAt) {
        db.insertInto(NOTICE, NOTICE.TICKET, NOTICE.ENTRY, NOTICE.WHAT, NOTICE.DUE_AT)
                .values(ticket.value(), entry, what.word(), dueAt)
                .execute();
    }

    /** Tenants with something to tell; the only thing asked across the wall. */
    List<UUID> tenantsWithNotices(Instant now) {
        return db.selectFrom(TENANTS_WITH_NOTICES.call(now)).fetch(row -> row.get(0, UUID.class));
    }

    /** The next ones, the first first; nobody else gets them while this transaction lasts. */
    List<Notice> take(Instant now, int most) {
        return db.select(NOTICE.ID, NOTICE.TICKET, NOTICE.ENTRY, NOTICE.WHAT, NOTICE.DUE_AT, NOTICE.ATTEMPTS)
                .from(NOTICE)
                .where(NOTICE.DUE_AT.le(now))
                .orderBy(NOTICE.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(Notices::read);
    }

    List<Notice> take(long id) {
        return db.select(NOTICE.ID, NOTICE.TICKET, NOTICE.ENTRY, NOTICE.WHAT, NOTICE.DUE_AT, NOTICE.ATTEMPTS)
                .from(NOTICE)
                .where(NOTICE.ID.eq(id))
                .forUpdate()
                .skipLocked()
                .fetch(Notices::read);
    }

    void done(Collection<Notice> notices) {
        db.deleteFrom(NOTICE)
                .where(NOTICE.ID.eq(any(notices.stream().map(Notice::id).toArray(Long[]::new))))
                .execute();
    }

    void later(Notice notice, Instant dueAt, String why) {
        db.update(NOTICE)
                .set(NOTICE.DUE_AT, dueAt)
                .set(NOTICE.ATTEMPTS, notice.attempts() + 1)
                .set(NOTICE.FAILURE, why)
                .where(NOTICE.ID.eq(notice.id()))
                .execute();
    }

    private static Notice read(Record6<Long, Long, Integer, String, Instant, Integer> row) {
        return new Notice(
                row.value1(),
                new TicketNumber(row.value2()),
                row.value3(),
                Notice.What.of(row.value4()),
                row.value5(),
                row.value6());
    }
}
