package threeline.desk.notification;

import static org.jooq.impl.DSL.any;
import static threeline.desk.db.notification.Tables.NOTICE;
import static threeline.desk.db.notification.Tables.TENANTS_TO_TELL;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import threeline.desk.db.notification.tables.records.NoticeRecord;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.Timeline;

/** All that has still to be told. */
@Repository
class Notices {

    private final DSLContext db;

    Notices(DSLContext db) {
        this.db = db;
    }

    /** A notice to be. */
    record New(Timeline.Place place, Matter what, Notice.When when, Notice.Whose whose, Plan plan) {

        /** To be told as soon as can be, by itself. */
        New(Timeline.Place place, Matter what, Notice.When when, Notice.Whose whose) {
            this(place, what, when, whose, new Plan(when.noticedAt(), false));
        }
    }

    /** When it is to be told, and whether together with what else one change brought about. */
    record Plan(Instant dueAt, boolean together) {}

    void add(List<New> fresh) {
        var insert = db.insertInto(
                NOTICE,
                NOTICE.TICKET,
                NOTICE.ENTRY,
                NOTICE.WHAT,
                NOTICE.AT,
                NOTICE.NOTICED_AT,
                NOTICE.DUE_AT,
                NOTICE.AGENT,
                NOTICE.GROUP_NAME,
                NOTICE.TIER,
                NOTICE.TOGETHER);
        for (var it : fresh) {
            var agent = it.whose().agent();
            insert = insert.values(
                    it.place().ticket().value(),
                    it.place().entry(),
                    it.what().word(),
                    it.when().at(),
                    it.when().noticedAt(),
                    it.plan().dueAt(),
                    agent == null ? null : agent.value(),
                    it.whose().group(),
                    it.whose().tier(),
                    it.plan().together());
        }
        insert.execute();
    }

    /** Tenants with something to tell; the only thing asked across the wall. */
    List<UUID> tenantsToTell(Instant now) {
        return db.selectFrom(TENANTS_TO_TELL.call(now)).fetch(row -> row.get(0, UUID.class));
    }

    /** The next ones, the first first; nobody else gets them while this transaction lasts. */
    List<Notice> take(Instant now, int most) {
        return take(NOTICE.DUE_AT.le(now), most);
    }

    List<Notice> take(long id) {
        return take(NOTICE.ID.eq(id), 1);
    }

    private List<Notice> take(Condition wanted, int most) {
        return db.selectFrom(NOTICE)
                .where(wanted)
                .orderBy(NOTICE.ID)
                .limit(most)
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

    private static Notice read(NoticeRecord row) {
        var agent = row.getAgent();
        return new Notice(
                row.getId(),
                new Timeline.Place(new TicketNumber(row.getTicket()), row.getEntry()),
                Matter.find(row.getWhat())
                        .orElseThrow(() -> new IllegalStateException("nothing is told of a ticket " + row.getWhat())),
                new Notice.When(row.getAt(), row.getNoticedAt()),
                new Notice.Whose(agent == null ? null : new AgentId(agent), row.getGroupName(), row.getTier()),
                row.getTogether(),
                row.getAttempts());
    }
}
