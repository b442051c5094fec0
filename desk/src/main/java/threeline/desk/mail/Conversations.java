package threeline.desk.mail;

import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static threeline.desk.db.mail.Tables.OUTBOX;
import static threeline.desk.db.mail.Tables.THREAD;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which mails belong together, by what they are about. */
@Component
@Transactional
public class Conversations {

    private final DSLContext db;
    private final InstantSource time;

    Conversations(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** A mail from outside belongs to this. */
    public void keep(String about, String messageId) {
        db.insertInto(THREAD, THREAD.ABOUT, THREAD.MESSAGE_ID, THREAD.AT)
                .values(about, messageId, time.instant())
                .onConflictDoNothing()
                .execute();
    }

    /** What mails from outside with these Message-IDs are about, the latest first. */
    @Transactional(readOnly = true)
    public List<String> knowing(Collection<String> messageIds) {
        return db.select(THREAD.ABOUT)
                .from(THREAD)
                .where(THREAD.MESSAGE_ID.in(messageIds))
                .orderBy(THREAD.AT.desc())
                .fetch(THREAD.ABOUT);
    }

    /** All Message-IDs of each conversation, theirs and ours, the latest first. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> of(Collection<String> abouts) {
        return db
                .select(THREAD.ABOUT, THREAD.MESSAGE_ID, THREAD.AT)
                .from(THREAD)
                .where(THREAD.ABOUT.in(abouts))
                .unionAll(db.select(OUTBOX.ABOUT, OUTBOX.MESSAGE_ID, OUTBOX.ADDED_AT)
                        .from(OUTBOX)
                        .where(OUTBOX.ABOUT.in(abouts)))
                .fetch(row -> new Said(row.value1(), row.value2(), row.value3()))
                .stream()
                .sorted(java.util.Comparator.comparing(Said::at, reverseOrder()))
                .collect(groupingBy(Said::about, mapping(Said::messageId, toList())));
    }

    private record Said(String about, String messageId, Instant at) {}
}
