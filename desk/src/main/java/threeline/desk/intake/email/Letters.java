package threeline.desk.intake.email;

import static org.jooq.impl.DSL.any;
import static threeline.desk.db.intake.Tables.LETTER;
import static threeline.desk.db.intake.tables.TenantsWithLetters.TENANTS_WITH_LETTERS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertReturningStep;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import threeline.desk.content.Content;
import threeline.desk.db.intake.tables.records.LetterRecord;
import threeline.desk.mail.identity.Authenticity;

/** All mail that came in, as it came, and what became of it. */
@Repository
class Letters {

    private static final String TOO_LARGE =
            "larger than mail may be: only its beginning is here, the whole lies where it was fetched";
    private static final long MOST_BYTES_IN_HAND = 8L * 1024 * 1024;
    private static final Duration REPEATS_WITHIN = Duration.ofDays(7);

    private static final String BECAME = "became";

    /** Which letter, and what is written of it once it is settled. */
    private static final List<Field<?>> SETTLED = List.of(
            LETTER.ID, LETTER.STATE, LETTER.REASON, LETTER.TICKET, LETTER.SAME_AS, LETTER.MESSAGE_ID, LETTER.PATH);

    private final DSLContext db;
    private final LetterPieces pieces;
    private final InstantSource time;

    Letters(DSLContext db, LetterPieces pieces, InstantSource time) {
        this.db = db;
        this.pieces = pieces;
        this.time = time;
    }

    void add(List<NewLetter> letters) {
        insert(letters).execute();
    }

    /** One whose pieces follow. */
    void addLarge(NewLetter letter) {
        insert(List.of(letter))
                .returningResult(LETTER.ID)
                .fetchOptional(LETTER.ID)
                .ifPresent(id -> letter.raw().eachPiece((place, bytes) -> pieces.addBeyondFirst(id, place, bytes)));
    }

    /** Not what is kept already: the same message of an inbox. */
    private InsertReturningStep<LetterRecord> insert(List<NewLetter> letters) {
        var now = time.instant();
        var insert = db.insertInto(
                LETTER,
                LETTER.MAILBOX,
                LETTER.RECIPIENT,
                LETTER.RETURN_PATH,
                LETTER.PEER,
                LETTER.HELO,
                LETTER.PROOF,
                LETTER.SEEN,
                LETTER.RAW,
                LETTER.SIZE,
                LETTER.SHA256,
                LETTER.LANE,
                LETTER.RECEIVED_AT,
                LETTER.DUE_AT,
                LETTER.INBOX,
                LETTER.UID_VALIDITY,
                LETTER.UID,
                LETTER.STATE,
                LETTER.REASON,
                LETTER.SETTLED_AT);
        for (var it : letters) {
            var sender = it.envelope().sender();
            var origin = it.envelope().origin();
            var cut = origin != null && origin.cut();
            insert = insert.values(
                    it.mailbox().address(),
                    it.envelope().recipient(),
                    sender.returnPath(),
                    sender.peer(),
                    sender.helo(),
                    it.authenticity().proof().word(),
                    it.authenticity().words(),
                    it.raw().beginning(Content.PIECE),
                    (int) it.raw().size(),
                    it.sha256(),
                    it.lane(),
                    now,
                    now,
                    origin == null ? null : origin.inbox(),
                    origin == null ? null : origin.uidValidity(),
                    origin == null ? null : origin.uid(),
                    cut ? "quarantined" : "received",
                    cut ? TOO_LARGE : null,
                    cut ? now : null);
        }
        return insert.onConflictDoNothing();
    }

    /** Tenants that have letters to be read; the only thing asked across the wall. */
    List<UUID> tenantsWithLetters() {
        return db.selectFrom(TENANTS_WITH_LETTERS.call(time.instant())).fetch(row -> row.get(0, UUID.class));
    }

    /** The next letters of some lanes, the first first, no more than may be held in hand; nobody else gets them. */
    List<Letter> take(Collection<Short> lanes, int most) {
        var due = db.select(LETTER.ID, LETTER.SIZE)
                .from(LETTER)
                .where(LETTER.STATE.eq("received"))
                .and(LETTER.LANE.in(lanes))
                .and(LETTER.DUE_AT.le(time.instant()))
                .orderBy(LETTER.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch();
        return read(inHand(due));
    }

    /** One letter, if it is still to be read and nobody else has it. */
    Optional<Letter> take(long id) {
        var free = db.select(LETTER.ID)
                .from(LETTER)
                .where(LETTER.ID.eq(id))
                .and(LETTER.STATE.eq("received"))
                .forUpdate()
                .skipLocked()
                .fetch(LETTER.ID);
        return read(free).stream().findFirst();
    }

    private List<Letter> read(List<Long> ids) {
        return db.select(
                        LETTER.ID,
                        LETTER.MAILBOX,
                        LETTER.RECIPIENT,
                        LETTER.RETURN_PATH,
                        LETTER.RAW,
                        LETTER.SIZE,
                        LETTER.SHA256,
                        LETTER.RECEIVED_AT,
                        LETTER.ATTEMPTS,
                        LETTER.PROOF,
                        LETTER.SEEN)
                .from(LETTER)
                .where(LETTER.ID.eq(any(ids.toArray(Long[]::new))))
                .orderBy(LETTER.ID)
                .fetch(this::letter);
    }

    private Letter letter(Record row) {
        return new Letter(
                row.get(LETTER.ID),
                row.get(LETTER.MAILBOX),
                row.get(LETTER.RECIPIENT),
                row.get(LETTER.RETURN_PATH),
                raw(row),
                row.get(LETTER.SHA256),
                row.get(LETTER.RECEIVED_AT),
                row.get(LETTER.ATTEMPTS),
                new Authenticity(Authenticity.Proof.of(row.get(LETTER.PROOF)), row.get(LETTER.SEEN)));
    }

    /** From a row with its id, its size and its beginning. */
    Content raw(Record row) {
        var id = row.get(LETTER.ID);
        return Content.of(row.get(LETTER.SIZE), row.get(LETTER.RAW), place -> pieces.piece(id, place));
    }

    private static List<Long> inHand(List<Record2<Long, Integer>> due) {
        var ids = new ArrayList<Long>();
        long bytes = 0;
        for (var row : due) {
            bytes += Math.min(row.value2(), Content.PIECE);
            if (!ids.isEmpty() && bytes > MOST_BYTES_IN_HAND) {
                break;
            }
            ids.add(row.value1());
        }
        return ids;
    }

    /**
     * Which of these letters repeat one that came before: the same content to the same mailbox, within a week; or at any
     * time, where an inbox numbers its messages anew and the same message was fetched again.
     */
    Map<Long, Repeated> repeats(List<Letter> letters) {
        var now = LETTER.as("now");
        var before = LETTER.as("before");
        var fetchedAgain = now.INBOX.eq(before.INBOX).and(now.UID_VALIDITY.ne(before.UID_VALIDITY));
        return db.select(now.ID, DSL.min(before.ID), DSL.boolOr(fetchedAgain))
                .from(now)
                .join(before)
                .on(before.SHA256.eq(now.SHA256))
                .and(before.MAILBOX.eq(now.MAILBOX))
                .and(before.ID.lt(now.ID).or(before.STATE.ne("received").and(before.ID.ne(now.ID))))
                .and(before.SAME_AS.isNull())
                .and(before.RECEIVED_AT.gt(time.instant().minus(REPEATS_WITHIN)).or(fetchedAgain))
                .where(now.ID.eq(any(letters.stream().map(Letter::id).toArray(Long[]::new))))
                .groupBy(now.ID)
                .fetchMap(Record3::value1, it -> new Repeated(it.value2(), Boolean.TRUE.equals(it.value3())));
    }

    /** The letter that came before; whether that is certain, though it has no Message-ID. */
    record Repeated(long letter, boolean fetchedAgain) {}

    /** Which of an inbox's messages are letters. */
    Set<Long> fetched(long inbox, long uidValidity, Collection<Long> uids) {
        return db.select(LETTER.UID)
                .from(LETTER)
                .where(LETTER.INBOX.eq(inbox))
                .and(LETTER.UID_VALIDITY.eq(uidValidity))
                .and(LETTER.UID.eq(any(uids.toArray(Long[]::new))))
                .fetchSet(LETTER.UID);
    }

    /** What became of some letters, in one statement for all of them. */
    void settle(Collection<Settled> settled) {
        var became = DSL.values(settled.stream().map(Letters::row).toArray(RowN[]::new))
                .as(BECAME, SETTLED.stream().map(Field::getName).toArray(String[]::new));
        db.update(LETTER)
                .set(SETTLED.stream().skip(1).collect(Collectors.toMap(it -> it, Letters::became)))
                .set(LETTER.SETTLED_AT, time.instant())
                .from(became)
                .where(LETTER.ID.eq(became(LETTER.ID)))
                .and(LETTER.STATE.eq("received"))
                .execute();
    }

    /** In the order of {@link #SETTLED}; each with its type, which nothing says of what is null in all of them. */
    private static RowN row(Settled it) {
        var outcome = it.outcome();
        var ticket = outcome.ticket();
        return DSL.row(List.of(
                DSL.cast(it.letter(), LETTER.ID),
                DSL.cast(outcome.state(), LETTER.STATE),
                DSL.cast(outcome.why(), LETTER.REASON),
                DSL.cast(ticket == null ? null : ticket.value(), LETTER.TICKET),
                DSL.cast(outcome.sameAs(), LETTER.SAME_AS),
                DSL.cast(it.messageId(), LETTER.MESSAGE_ID),
                DSL.cast(it.path().toArray(String[]::new), LETTER.PATH)));
    }

    private static <T> Field<T> became(Field<T> field) {
        return DSL.field(DSL.name(BECAME, field.getName()), field.getDataType());
    }

    /** A letter, what became of it, its Message-ID if it has one, how it was laid out, and the way it went, in words. */
    record Settled(long letter, Outcome outcome, @Nullable String messageId, Filing.Layout layout, List<String> path) {}

    /** It went wrong; it is tried again at that instant, and nobody waits for it. */
    void later(Letter letter, int attempts, Instant dueAt, String why) {
        db.update(LETTER)
                .set(LETTER.ATTEMPTS, attempts)
                .set(LETTER.DUE_AT, dueAt)
                .set(LETTER.REASON, why)
                .where(LETTER.ID.eq(letter.id()))
                .execute();
    }
}
