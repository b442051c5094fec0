package threeline.desk.mail.outbox;

import static org.jooq.impl.DSL.when;
import static threeline.desk.db.mail.Tables.OUTBOX;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.InsertReturningStep;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import threeline.desk.content.Content;
import threeline.desk.db.mail.tables.records.OutboxRecord;

/** The outbox as the postman sees it. */
@Repository
class OutboxRows {

    /** Longer than the slowest server takes; a mail whose postman died is another's after that. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final long MOST_BYTES_IN_HAND = 8L * 1024 * 1024;

    private final DSLContext db;
    private final OutboxPieces pieces;

    OutboxRows(DSLContext db, OutboxPieces pieces) {
        this.db = db;
        this.pieces = pieces;
    }

    /** Tenants that have mail due; the only thing asked across the wall. */
    List<UUID> tenantsWithPost(Instant now) {
        return db.selectFrom(threeline.desk.db.mail.tables.TenantsToPost.TENANTS_TO_POST.call(now))
                .fetch(row -> row.get(0, UUID.class));
    }

    void add(List<Outbox.Composed> mails, Instant now) {
        if (!mails.isEmpty()) {
            insert(mails, now).execute();
        }
    }

    /** One whose pieces follow. */
    void addInPieces(Outbox.Composed mail, Instant now) {
        var id = insert(List.of(mail), now)
                .returningResult(OUTBOX.ID)
                .fetchSingle()
                .value1();
        mail.raw().eachPiece((place, bytes) -> pieces.addBeyondFirst(id, place, bytes));
    }

    private InsertReturningStep<OutboxRecord> insert(List<Outbox.Composed> mails, Instant now) {
        var insert = db.insertInto(
                OUTBOX,
                OUTBOX.ABOUT,
                OUTBOX.RETURN_PATH,
                OUTBOX.RECIPIENT,
                OUTBOX.MESSAGE_ID,
                OUTBOX.SUBJECT,
                OUTBOX.AUTOMATIC,
                OUTBOX.RAW,
                OUTBOX.SIZE,
                OUTBOX.ADDED_AT,
                OUTBOX.DUE_AT);
        for (var it : mails) {
            var path = it.mail().route().returnPath();
            insert = insert.values(
                    it.about(),
                    path == null ? "" : path.address(),
                    it.mail().route().to().normal(),
                    it.mail().thread().messageId(),
                    it.mail().words().subject(),
                    it.mail().automatic(),
                    it.raw().beginning(Content.PIECE),
                    (int) it.raw().size(),
                    now,
                    now);
        }
        return insert;
    }

    /** Mails that are due, oldest first, no more than may be held in hand, claimed for a while: no two postmen get the same one. */
    List<Parcel> claim(Instant now, int most) {
        var due = db.select(OUTBOX.ID, OUTBOX.SIZE)
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq("waiting"))
                .and(OUTBOX.DUE_AT.le(now))
                .orderBy(OUTBOX.DUE_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch();
        return due.isEmpty() ? List.of() : claim(inHand(due), now);
    }

    private List<Parcel> claim(List<Long> ids, Instant now) {
        return db
                .update(OUTBOX)
                .set(OUTBOX.DUE_AT, now.plus(LEASE))
                .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                .where(OUTBOX.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .returning()
                .fetch(this::parcel)
                .stream()
                .sorted((one, two) -> Long.compare(one.id(), two.id()))
                .toList();
    }

    private Parcel parcel(OutboxRecord row) {
        var first = row.getRaw();
        long size = row.getSize() == null ? first.length : row.getSize();
        return new Parcel(
                row.getId(),
                row.getAttempts(),
                row.getAddedAt(),
                row.getAbout(),
                row.getReturnPath(),
                row.getRecipient(),
                row.getSubject(),
                Content.of(size, first, place -> pieces.piece(row.getId(), place)));
    }

    private static List<Long> inHand(List<Record2<Long, Integer>> due) {
        var ids = new ArrayList<Long>();
        long bytes = 0;
        for (var row : due) {
            bytes += row.value2() == null ? 0 : Math.min(row.value2(), Content.PIECE);
            if (!ids.isEmpty() && bytes > MOST_BYTES_IN_HAND) {
                break;
            }
            ids.add(row.value1());
        }
        return ids;
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
