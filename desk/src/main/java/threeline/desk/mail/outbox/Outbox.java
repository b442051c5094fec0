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

    Outbox(DSLContext db, InstantSource time, Postman postman) {
        this.db = db;
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
        var insert = db.insertInto(
                OUTBOX,
                OUTBOX.ABOUT,
                OUTBOX.RETURN_PATH,
                OUTBOX.RECIPIENT,
                OUTBOX.MESSAGE_ID,
                OUTBOX.SUBJECT,
                OUTBOX.AUTOMATIC,
                OUTBOX.RAW,
                OUTBOX.ADDED_AT,
                OUTBOX.DUE_AT);
        for (var it : letters) {
            var mail = it.mail();
            insert = insert.values(
                    it.about(),
                    returnPath(mail),
                    mail.route().to().normal(),
                    mail.thread().messageId(),
                    mail.words().subject(),
                    mail.automatic(),
                    MimeWriter.write(mail, now, Tenant.current().id().toString()),
                    now,
                    now);
        }
        insert.execute();
        postman.ringAfterCommit();
    }

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

    private static String returnPath(OutgoingMail mail) {
        var path = mail.route().returnPath();
        return path == null ? "" : path.address();
    }
}
