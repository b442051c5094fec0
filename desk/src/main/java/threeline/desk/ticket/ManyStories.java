package threeline.desk.ticket;

import static org.jooq.impl.DSL.any;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import threeline.desk.people.OrganizationId;

/** Reads the stories of many tickets at once, and wakes many. */
@Repository
class ManyStories {

    private final DSLContext db;
    private final Entries entries;

    ManyStories(DSLContext db, Entries entries) {
        this.db = db;
        this.entries = entries;
    }

    List<Story> read(List<TicketNumber> numbers) {
        return told(db.selectFrom(TICKET_)
                .where(TICKET_.NUMBER.eq(any(values(numbers))))
                .fetch(Tickets::read));
    }

    /** For this transaction alone to continue; in the order of their numbers, as nobody else locks many. */
    List<Story> lock(List<TicketNumber> numbers) {
        return told(db.selectFrom(TICKET_)
                .where(TICKET_.NUMBER.eq(any(values(numbers))))
                .orderBy(TICKET_.NUMBER)
                .forUpdate()
                .fetch(Tickets::read));
    }

    private List<Story> told(List<Ticket> tickets) {
        var told = entries.acts(tickets.stream().map(Ticket::number).toList());
        return tickets.stream()
                .map(it -> Story.of(it, told.getOrDefault(it.number().value(), List.of())))
                .toList();
    }

    /** Resolved ones are closed by the charter too; the sweep looks at them. */
    void wakeResolved(Instant at) {
        wake(TICKET_.STATUS.eq(Status.RESOLVED.word()).and(TICKET_.WAKE_AT.isNotNull()), at);
    }

    void wakeUnresolved(Collection<String> severities, Instant at) {
        wake(Prepared.isUnresolved().and(TICKET_.SEVERITY.in(severities)), at);
    }

    void wakeUnresolved(OrganizationId organization, Instant at) {
        wake(Prepared.isUnresolved().and(TICKET_.ORGANIZATION.eq(organization.value())), at);
    }

    /** What is to be looked at before then anyway is left as it is. */
    private void wake(Condition which, Instant at) {
        db.update(TICKET_)
                .set(TICKET_.WAKE_AT, at)
                .where(which, TICKET_.WAKE_AT.isNull().or(TICKET_.WAKE_AT.gt(at)))
                .execute();
    }

    private static Long[] values(List<TicketNumber> numbers) {
        return numbers.stream().map(TicketNumber::value).toArray(Long[]::new);
    }
}
