package threeline.desk.ticket;

import static org.jooq.impl.DSL.any;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to many tickets, without the words: for those who judge them all. */
@Component
@Transactional(readOnly = true)
public class Histories {

    private final DSLContext db;
    private final ManyStories stories;

    Histories(DSLContext db, ManyStories stories) {
        this.db = db;
        this.stories = stories;
    }

    /** A ticket as it is kept, and its timeline without words and files. */
    public record History(Ticket ticket, List<Entry> acts) {}

    public List<TicketNumber> unresolved() {
        return numbers(Prepared.isUnresolved());
    }

    public List<TicketNumber> openedSince(Instant since) {
        return numbers(TICKET_.OPENED_AT.ge(since));
    }

    public List<History> of(List<TicketNumber> numbers) {
        return stories.read(numbers).stream()
                .map(story -> new History(story.ticket(), story.told()))
                .toList();
    }

    /** What these tickets are about. */
    public Map<Long, String> subjects(Collection<Long> numbers) {
        return db.select(TICKET_.NUMBER, TICKET_.SUBJECT)
                .from(TICKET_)
                .where(TICKET_.NUMBER.eq(any(numbers.toArray(Long[]::new))))
                .fetchMap(TICKET_.NUMBER, TICKET_.SUBJECT);
    }

    private List<TicketNumber> numbers(Condition which) {
        return db.select(TICKET_.NUMBER)
                .from(TICKET_)
                .where(which)
                .orderBy(TICKET_.NUMBER)
                .fetch(row -> new TicketNumber(row.value1()));
    }
}
