package threeline.desk.intake.email;

import static org.jooq.Records.mapping;
import static threeline.desk.db.intake.Tables.LETTER;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Letters that a person has to look at. */
@Repository
@Transactional
public class Quarantine {

    private final DSLContext db;
    private final InstantSource time;
    private final MailRound round;

    Quarantine(DSLContext db, InstantSource time, MailRound round) {
        this.db = db;
        this.time = time;
        this.round = round;
    }

    /** A letter that waits, and why. An empty return path is a mail that nobody wants to hear back from. */
    public record Held(long id, Instant receivedAt, String returnPath, String mailbox, int size, String reason) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Held> newest(int most) {
        return db.select(LETTER.ID, LETTER.RECEIVED_AT, LETTER.RETURN_PATH, LETTER.MAILBOX, LETTER.SIZE, LETTER.REASON)
                .from(LETTER)
                .where(LETTER.STATE.eq("quarantined"))
                .orderBy(LETTER.ID.desc())
                .limit(most)
                .fetch(mapping(Held::new));
    }

    /** Has a letter read once more, as if it had just come. */
    public void retry(long id) {
        var found = db.update(LETTER)
                .set(LETTER.STATE, "received")
                .set(LETTER.DUE_AT, time.instant())
                .set(LETTER.ATTEMPTS, 0)
                .setNull(LETTER.REASON)
                .setNull(LETTER.SETTLED_AT)
                .where(LETTER.ID.eq(id))
                .and(LETTER.STATE.eq("quarantined"))
                .execute();
        if (found == 0) {
            throw new ProblemException(new Problem.NotFound("There is no such letter in quarantine any more."));
        }
        round.ringAfterCommit();
    }
}
