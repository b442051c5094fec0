package threeline.desk.intake.email;

import static threeline.desk.db.intake.Tables.LETTER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.Timeline;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** All letters, for those who ask what became of one, and why. */
@Repository
@Transactional
public class Correspondence {

    private final DSLContext db;
    private final Counter counter;
    private final Filing filing;

    Correspondence(DSLContext db, Counter counter, Filing filing) {
        this.db = db;
        this.counter = counter;
        this.filing = filing;
    }

    /** A letter's envelope, and the way it went. */
    public record Entry(
            long id,
            Instant receivedAt,
            String recipient,
            String returnPath,
            String state,
            @Nullable Long ticket,
            @Nullable String messageId,
            List<String> path) {}

    /** Those with this Message-ID, or the newest where none is asked for. */
    @Transactional(readOnly = true)
    public List<Entry> find(String messageId, int most) {
        var wanted = messageId.replaceAll("[<>\\s]", "");
        return entries(wanted.isEmpty() ? DSL.noCondition() : LETTER.MESSAGE_ID.eq(wanted), most);
    }

    @Transactional(readOnly = true)
    public Optional<Entry> find(long id) {
        return entries(LETTER.ID.eq(id), 1).stream().findFirst();
    }

    /** The bytes as they came. */
    @Transactional(readOnly = true)
    public byte[] original(long id) {
        return db.select(LETTER.RAW)
                .from(LETTER)
                .where(LETTER.ID.eq(id))
                .fetchOptional(LETTER.RAW)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no such letter.")));
    }

    /** What it says; nothing where it can't be read. */
    @Transactional(readOnly = true)
    public Optional<IncomingMail> mail(long id) {
        return MimeReader.read(original(id)) instanceof Reading.Read(var mail) ? Optional.of(mail) : Optional.empty();
    }

    /** A person says that it is from whom it says: it goes on with its ticket after all. */
    public void accept(long id, String by) {
        var letter = db.select(LETTER.TICKET, LETTER.MAILBOX)
                .from(LETTER)
                .where(LETTER.ID.eq(id))
                .and(LETTER.STATE.eq("appended"))
                .and(LETTER.REASON.startsWith(Counter.UNPROVEN))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is nothing to accept any more.")));
        var mail = mail(id).orElseThrow();
        var places = new ArrayList<Timeline.Place>();
        Filing.watching(
                places,
                () -> counter.contacted(new TicketNumber(letter.value1()), mail, counter.channelOf(letter.value2())));
        filing.keep(List.of(new Filing.Filed(id, Filing.Layout.of(mail), places)));
        db.update(LETTER)
                .setNull(LETTER.REASON)
                .set(LETTER.PATH, DSL.arrayAppend(LETTER.PATH, "accepted by " + by))
                .where(LETTER.ID.eq(id))
                .execute();
    }

    private List<Entry> entries(Condition wanted, int most) {
        return db.select(
                        LETTER.ID,
                        LETTER.RECEIVED_AT,
                        LETTER.RECIPIENT,
                        LETTER.RETURN_PATH,
                        LETTER.STATE,
                        LETTER.TICKET,
                        LETTER.MESSAGE_ID,
                        LETTER.PATH)
                .from(LETTER)
                .where(wanted)
                .orderBy(LETTER.ID.desc())
                .limit(most)
                .fetch(Correspondence::entry);
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(LETTER.ID),
                row.get(LETTER.RECEIVED_AT),
                row.get(LETTER.RECIPIENT),
                row.get(LETTER.RETURN_PATH),
                row.get(LETTER.STATE),
                row.get(LETTER.TICKET),
                row.get(LETTER.MESSAGE_ID),
                List.of(row.get(LETTER.PATH)));
    }
}
