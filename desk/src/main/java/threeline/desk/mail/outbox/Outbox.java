package threeline.desk.mail.outbox;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static threeline.desk.db.mail.Tables.OUTBOX;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;
import threeline.desk.mail.MimeWriter;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.tenant.Tenant;

/** Where mail is left to be sent. It leaves after the commit of the transaction that left it, and not without it. */
@Component
@Transactional
public class Outbox {

    private final DSLContext db;
    private final InstantSource time;
    private final Postman postman;
    private final OutboxRows rows;

    Outbox(DSLContext db, OutboxRows rows, InstantSource time, Postman postman) {
        this.db = db;
        this.rows = rows;
        this.time = time;
        this.postman = postman;
    }

    /** A mail and what it is about, in the words of whoever leaves it, such as {@code PRO-12#3}. */
    public record Letter(String about, OutgoingMail mail) {}

    public void add(Letter letter) {
        addAll(List.of(letter));
    }

    public void addAll(Collection<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        var now = time.instant();
        rows.add(
                letters.stream()
                        .filter(it -> it.mail().attachments().isEmpty())
                        .map(it -> composed(it, now, Spool.inHand()))
                        .toList(),
                now);
        letters.stream().filter(it -> !it.mail().attachments().isEmpty()).forEach(it -> addWithFiles(it, now));
        postman.ringAfterCommit();
    }

    private void addWithFiles(Letter letter, Instant now) {
        try (var spool = new Spool()) {
            rows.addInPieces(composed(letter, now, spool), now);
        }
    }

    private static Composed composed(Letter letter, Instant now, Spool spool) {
        var desk = Tenant.current().id().toString();
        return new Composed(letter.about(), letter.mail(), MimeWriter.write(letter.mail(), now, desk, spool));
    }

    /** A mail as it travels. */
    record Composed(String about, OutgoingMail mail, Content raw) {}

    /** To the end of the transaction nobody else counts what this person was sent: two who do at once would both add one more. */
    public void countAlone(String recipient) {
        db.fetch(
                "select pg_advisory_xact_lock(hashtextextended(tenant.current()::text || {0}, 63))",
                DSL.val(recipient));
    }

    /** How many automatic mails each of these people was sent since then, about anything that begins like this. */
    @Transactional(readOnly = true)
    public Map<Told, Long> automaticSince(Instant since, Collection<Told> wanted) {
        return db
                .select(OUTBOX.ABOUT, OUTBOX.RECIPIENT)
                .from(OUTBOX)
                .where(OUTBOX.ABOUT.in(wanted.stream().map(Told::about).toList()))
                .and(OUTBOX.AUTOMATIC)
                .and(OUTBOX.ADDED_AT.gt(since))
                .fetch(row -> new Told(row.value1(), row.value2()))
                .stream()
                .collect(groupingBy(told -> told, counting()));
    }

    /** How many automatic mails each of these people was sent since then, about whatever. */
    @Transactional(readOnly = true)
    public Map<String, Long> automaticTo(Instant since, Collection<String> recipients) {
        return db
                .select(OUTBOX.RECIPIENT)
                .from(OUTBOX)
                .where(OUTBOX.RECIPIENT.in(recipients))
                .and(OUTBOX.AUTOMATIC)
                .and(OUTBOX.ADDED_AT.gt(since))
                .fetch(OUTBOX.RECIPIENT)
                .stream()
                .collect(groupingBy(it -> it, counting()));
    }

    /** Somebody who is told about something. */
    public record Told(String about, String recipient) {}
}
