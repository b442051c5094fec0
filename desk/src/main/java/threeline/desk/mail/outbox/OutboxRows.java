package threeline.desk.mail.outbox;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.when;
import static threeline.desk.db.mail.Tables.OUTBOX;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The outbox as the postman sees it. */
@Repository
class OutboxRows {

    /** Longer than the slowest server takes; a mail whose postman died is another's after that. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final DSLContext db;

    OutboxRows(DSLContext db) {
        this.db = db;
    }

    /** Tenants that have mail due; the only thing asked across the wall. */
    List<UUID> tenantsWithPost(Instant now) {
        return db.selectFrom(threeline.desk.db.mail.tables.TenantsToPost.TENANTS_TO_POST.call(now))
                .fetch(row -> row.get(0, UUID.class));
    }

    /** Mails that are due, oldest first, claimed for a while: no two postmen get the same one. */
    List<Parcel> claim(Instant now, int most) {
        var due = db.select(OUTBOX.ID)
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq("waiting"))
                .and(OUTBOX.DUE_AT.le(now))
                .orderBy(OUTBOX.DUE_AT)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return db
                .update(OUTBOX)
                .set(OUTBOX.DUE_AT, now.plus(LEASE))
                .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                .where(OUTBOX.ID.in(due))
                .returningResult(
                        OUTBOX.ID,
                        OUTBOX.ATTEMPTS,
                        OUTBOX.ADDED_AT,
                        OUTBOX.ABOUT,
                        OUTBOX.RETURN_PATH,
                        OUTBOX.RECIPIENT,
                        OUTBOX.SUBJECT,
                        OUTBOX.RAW)
                .fetch(mapping(Parcel::new))
                .stream()
                .sorted((one, two) -> Long.compare(one.id(), two.id()))
                .toList();
    }

    /** What an automatic mail said can be told again from its ticket, so only what people wrote is kept. */
    void sent(Collection<Parcel> parcels, Instant now) {
        db.update(OUTBOX)
                .set(OUTBOX.STATE, "sent")
                .set(OUTBOX.SENT_AT, now)
                .setNull(OUTBOX.FAILURE)
                .set(
                        OUTBOX.RAW,
                        when(OUTBOX.AUTOMATIC, DSL.castNull(OUTBOX.RAW)).otherwise(OUTBOX.RAW))
                .where(DSL.row(OUTBOX.ID, OUTBOX.ATTEMPTS)
                        .in(parcels.stream()
                                .map(it -> DSL.row(it.id(), it.attempts()))
                                .toList()))
                .and(OUTBOX.STATE.eq("waiting"))
                .execute();
    }

    void later(Parcel parcel, Instant dueAt, String why) {
        db.update(OUTBOX)
                .set(OUTBOX.DUE_AT, dueAt)
                .set(OUTBOX.FAILURE, why)
                .where(OUTBOX.ID.eq(parcel.id()))
                .and(OUTBOX.ATTEMPTS.eq(parcel.attempts()))
                .execute();
    }

    /** Gives it up, if this claim still holds. */
    boolean giveUp(Parcel parcel, String why) {
        return db.update(OUTBOX)
                        .set(OUTBOX.STATE, "given-up")
                        .set(OUTBOX.FAILURE, why)
                        .where(OUTBOX.ID.eq(parcel.id()))
                        .and(OUTBOX.ATTEMPTS.eq(parcel.attempts()))
                        .and(OUTBOX.STATE.eq("waiting"))
                        .execute()
                == 1;
    }
}
