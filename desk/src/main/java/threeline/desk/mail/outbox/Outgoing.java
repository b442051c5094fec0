package threeline.desk.mail.outbox;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static threeline.desk.db.mail.Tables.OUTBOX;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as those see it who answer for mail: what waits, what was lost, and where it all leaves to. */
@Repository
@Transactional
public class Outgoing {

    private final DSLContext db;
    private final InstantSource time;
    private final RelayAccess access;
    private final Postman postman;

    Outgoing(DSLContext db, InstantSource time, RelayAccess access, Postman postman) {
        this.db = db;
        this.time = time;
        this.access = access;
        this.postman = postman;
    }

    /** @param relay where it leaves to, in words; null where no relay is configured */
    public record Standing(
            @Nullable String relay,
            int waiting,
            @Nullable Instant oldestAt,
            @Nullable Instant lastSentAt,
            int lost) {}

    /** A mail that left, waits or was lost. {@code state}: waiting, sent or given-up. */
    public record Sent(
            long id,
            String about,
            String recipient,
            String subject,
            String messageId,
            String state,
            @Nullable String failure,
            Instant addedAt,
            Instant dueAt,
            @Nullable Instant sentAt) {}

    @Transactional(readOnly = true)
    public Standing standing() {
        var waiting = db.select(count(), min(OUTBOX.ADDED_AT))
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq("waiting"))
                .fetchSingle();
        var last = db.select(OUTBOX.SENT_AT)
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq("sent"))
                .orderBy(OUTBOX.ID.desc())
                .limit(1)
                .fetchOne(OUTBOX.SENT_AT);
        var lost = db.fetchCount(OUTBOX, OUTBOX.STATE.eq("given-up"));
        return new Standing(
                access.configured() ? access.words() : null, waiting.value1(), waiting.value2(), last, lost);
    }

    /** Those that were not taken at the first try, the next one to be tried first. */
    @Transactional(readOnly = true)
    public List<Sent> late(int most) {
        return mails(OUTBOX.STATE.eq("waiting").and(OUTBOX.FAILURE.isNotNull()), most);
    }

    /** Those that will not be tried again, the newest first. */
    @Transactional(readOnly = true)
    public List<Sent> lost(int most) {
        return mails(OUTBOX.STATE.eq("given-up"), most);
    }

    /** What was sent under this Message-ID. */
    @Transactional(readOnly = true)
    public List<Sent> find(String messageId) {
        var bare = messageId.replaceAll("[<>\\s]", "");
        return bare.isEmpty() ? List.of() : mails(OUTBOX.MESSAGE_ID.in(bare, "<" + bare + ">"), 20);
    }

    /** Tries it once more, now; whether there was such a mail. */
    public boolean again(long id) {
        var found = db.update(OUTBOX)
                .set(OUTBOX.STATE, "waiting")
                .set(OUTBOX.DUE_AT, time.instant())
                .where(OUTBOX.ID.eq(id))
                .and(OUTBOX.STATE.eq("given-up").or(OUTBOX.STATE.eq("waiting").and(OUTBOX.FAILURE.isNotNull())))
                .and(OUTBOX.RAW.isNotNull())
                .execute();
        postman.ringAfterCommit();
        return found == 1;
    }

    private List<Sent> mails(Condition wanted, int most) {
        return db.select(
                        OUTBOX.ID,
                        OUTBOX.ABOUT,
                        OUTBOX.RECIPIENT,
                        OUTBOX.SUBJECT,
                        OUTBOX.MESSAGE_ID,
                        OUTBOX.STATE,
                        OUTBOX.FAILURE,
                        OUTBOX.ADDED_AT,
                        OUTBOX.DUE_AT,
                        OUTBOX.SENT_AT)
                .from(OUTBOX)
                .where(wanted)
                .orderBy(OUTBOX.ID.desc())
                .limit(most)
                .fetch(mapping(Sent::new));
    }
}
