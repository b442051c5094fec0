package threeline.desk.vendor;

import static threeline.desk.db.vendor.Tables.ASKING;
import static threeline.desk.db.vendor.Tables.TENANTS_TO_CHASE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import threeline.desk.db.vendor.tables.records.AskingRecord;
import threeline.desk.ticket.TicketNumber;

/** All that vendors were asked; the rows are the schedule of asking again. */
@Repository
class Askings {

    private final DSLContext db;

    Askings(DSLContext db) {
        this.db = db;
    }

    /** It is asked, for the first time or anew. */
    Asking ask(TicketNumber ticket, String vendor, Instant at, @Nullable Instant chaseAt) {
        db.insertInto(ASKING, ASKING.TICKET, ASKING.VENDOR, ASKING.ASKED_AT, ASKING.CHASE_AT)
                .values(ticket.value(), vendor, at, chaseAt)
                .onConflict(ASKING.TENANT, ASKING.TICKET, ASKING.VENDOR)
                .doUpdate()
                .set(ASKING.ASKED_AT, at)
                .setNull(ASKING.ANSWERED_AT)
                .set(ASKING.CHASE_AT, chaseAt)
                .execute();
        return find(ticket, vendor).orElseThrow();
    }

    Optional<Asking> find(TicketNumber ticket, String vendor) {
        return db.selectFrom(ASKING).where(is(ticket, vendor)).fetchOptional(Askings::read);
    }

    List<Asking> of(TicketNumber ticket) {
        return db.selectFrom(ASKING)
                .where(ASKING.TICKET.eq(ticket.value()))
                .orderBy(ASKING.ASKED_AT.desc())
                .fetch(Askings::read);
    }

    /** Those to which these vendors gave a reference, the latest first. */
    List<Asking> referred(Collection<String> vendors) {
        return db.selectFrom(ASKING)
                .where(ASKING.VENDOR.in(vendors), ASKING.REFERENCE.isNotNull())
                .orderBy(ASKING.ASKED_AT.desc())
                .fetch(Askings::read);
    }

    void refer(Asking asking, String reference) {
        db.update(ASKING)
                .set(ASKING.REFERENCE, reference)
                .where(is(asking.ticket(), asking.vendor()))
                .execute();
    }

    /** The vendor answered; the ticket's others, if there are any, are chased on. */
    void answered(TicketNumber ticket, Instant at) {
        db.update(ASKING)
                .set(ASKING.ANSWERED_AT, at)
                .setNull(ASKING.CHASE_AT)
                .where(ASKING.TICKET.eq(ticket.value()), ASKING.ANSWERED_AT.isNull())
                .execute();
    }

    /** Nobody waits for an answer any longer. */
    void leave(TicketNumber ticket) {
        db.update(ASKING)
                .setNull(ASKING.CHASE_AT)
                .where(ASKING.TICKET.eq(ticket.value()), ASKING.CHASE_AT.isNotNull())
                .execute();
    }

    List<UUID> tenantsToChase(Instant now) {
        return db.selectFrom(TENANTS_TO_CHASE.call(now)).fetch(row -> row.get(0, UUID.class));
    }

    List<Asking> toChase(Instant now, int most) {
        return db.selectFrom(ASKING)
                .where(ASKING.CHASE_AT.le(now))
                .orderBy(ASKING.CHASE_AT)
                .limit(most)
                .fetch(Askings::read);
    }

    /** Moves on when it is asked again; false where somebody else has done so, or it was answered meanwhile. */
    boolean chaseAgain(Asking asking, @Nullable Instant at) {
        return db.update(ASKING)
                        .set(ASKING.CHASE_AT, at)
                        .set(ASKING.CHASED, ASKING.CHASED.plus(1))
                        .where(is(asking.ticket(), asking.vendor()), ASKING.CHASE_AT.eq(asking.chaseAt()))
                        .execute()
                == 1;
    }

    private static Condition is(TicketNumber ticket, String vendor) {
        return ASKING.TICKET.eq(ticket.value()).and(ASKING.VENDOR.eq(vendor));
    }

    private static Asking read(AskingRecord row) {
        return new Asking(
                new TicketNumber(row.getTicket()),
                row.getVendor(),
                row.getAskedAt(),
                row.getReference(),
                row.getChaseAt());
    }
}
