package threeline.desk.intake.email;

import static threeline.desk.db.intake.Tables.LETTER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;
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
    private final Letters letters;
    private final Counter counter;
    private final Filing filing;

    Correspondence(DSLContext db, Letters letters, Counter counter, Filing filing) {
        this.db = db;
        this.letters = letters;
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
    public Content original(long id) {
        return db.select(LETTER.ID, LETTER.SIZE, LETTER.RAW)
                .from(LETTER)
                .where(LETTER.ID.eq(id))
                .fetchOptional(letters::raw)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no such letter.")));
    }

    /** Looks at what it says; nothing where it can't be read. Files it brings can be read while it is looked at. */
    @Transactional(readOnly = true)
    public <T> Optional<T> read(long id, Function<IncomingMail, T> look) {
        try (var spool = new Spool()) {
            return MimeReader.read(original(id), spool) instanceof Reading.Read(var mail)
                    ? Optional.of(look.apply(mail))
                    : Optional.empty();
        }
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
        filing.keep(List.of(read(id, mail -> goOn(letter.value1(), letter.value2(), mail, id))
                .orElseThrow()));
        db.update(LETTER)
                .setNull(LETTER.REASON)
                .set(LETTER.PATH, DSL.arrayAppend(LETTER.PATH, "accepted by " + by))
                .where(LETTER.ID.eq(id))
                .execute();
    }

    private Filing.Filed goOn(long ticket, String mailbox, IncomingMail mail, long letter) {
        var places = new ArrayList<Timeline.Place>();
        Filing.watching(places, () -> counter.contacted(new TicketNumber(ticket), mail, counter.channelOf(mailbox)));
        return new Filing.Filed(letter, Filing.Layout.of(mail), places);
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
