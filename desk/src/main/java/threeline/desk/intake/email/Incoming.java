package threeline.desk.intake.email;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static threeline.desk.db.intake.Tables.LETTER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;

/** How mail is coming in: by which mailboxes, what has still to be read, what a person has to look at. */
@Repository
@Transactional(readOnly = true)
public class Incoming {

    private final DSLContext db;
    private final Mailboxes mailboxes;
    private final SmtpDoor door;

    Incoming(DSLContext db, Mailboxes mailboxes, SmtpDoor door) {
        this.db = db;
        this.mailboxes = mailboxes;
        this.door = door;
    }

    /**
     * @param port where the door is open; null where it is not
     * @param unread letters that are kept and not yet read
     */
    public record Standing(
            @Nullable Integer port, int unread, @Nullable Instant oldestAt, int quarantined) {}

    /** One of the desk's addresses, and when it last had a letter. */
    public record Used(Mailbox mailbox, @Nullable Instant letterAt) {}

    public Standing standing() {
        var unread = db.select(count(), min(LETTER.RECEIVED_AT))
                .from(LETTER)
                .where(LETTER.STATE.eq("received"))
                .fetchSingle();
        return new Standing(
                door.isOpen() ? door.port() : null,
                unread.value1(),
                unread.value2(),
                db.fetchCount(LETTER, LETTER.STATE.eq("quarantined")));
    }

    public List<Used> mailboxes() {
        return mailboxes.ours().stream()
                .map(it -> new Used(it, lastLetter(it.address()).orElse(null)))
                .toList();
    }

    private Optional<Instant> lastLetter(String address) {
        return db.select(LETTER.RECEIVED_AT)
                .from(LETTER)
                .where(LETTER.MAILBOX.eq(address))
                .orderBy(LETTER.ID.desc())
                .limit(1)
                .fetchOptional(LETTER.RECEIVED_AT);
    }
}
