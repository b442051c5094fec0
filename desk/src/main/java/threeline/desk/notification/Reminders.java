package threeline.desk.notification;

import static threeline.desk.db.notification.Tables.REMINDER;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.Timeline;

/** Tickets to come back to. Each stands on its timeline once, at its instant, and is told from there. */
@Repository
class Reminders {

    private final DSLContext db;
    private final Timeline timeline;
    private final TicketDesk desk;

    Reminders(DSLContext db, Timeline timeline, TicketDesk desk) {
        this.db = db;
        this.timeline = timeline;
        this.desk = desk;
    }

    void add(Timeline.Place place, TicketEvent.ReminderSet wish, Author by) {
        var agent = !wish.group() && by instanceof Author.OfAgent(var id) ? id.value() : null;
        db.insertInto(REMINDER, REMINDER.TICKET, REMINDER.ENTRY, REMINDER.AGENT, REMINDER.DUE_AT)
                .values(place.ticket().value(), place.entry(), agent, wish.at())
                .execute();
    }

    /** At most so many that are due, the first first. */
    List<Timeline.Place> due(Instant now, int most) {
        return db.selectFrom(REMINDER)
                .where(REMINDER.DUE_AT.le(now))
                .orderBy(REMINDER.DUE_AT)
                .limit(most)
                .fetch(row -> new Timeline.Place(new TicketNumber(row.getTicket()), row.getEntry()));
    }

    /** Lets one happen, if nobody else has meanwhile. Part of the caller's transaction. */
    void remind(Timeline.Place place) {
        db.deleteFrom(REMINDER).where(at(place)).returning().fetchOptional().ifPresent(row -> {
            var wish = timeline.entries(List.of(place)).get(place);
            var text = wish == null || wish.text() == null ? null : NewMessage.of(wish.text());
            var agent = row.getAgent() == null ? null : new AgentId(row.getAgent());
            desk.happens(place.ticket(), new TicketEvent.Reminded(agent), text, row.getDueAt());
        });
    }

    void later(Timeline.Place place, Instant dueAt) {
        db.update(REMINDER).set(REMINDER.DUE_AT, dueAt).where(at(place)).execute();
    }

    private static Condition at(Timeline.Place place) {
        return REMINDER.TICKET.eq(place.ticket().value()).and(REMINDER.ENTRY.eq(place.entry()));
    }
}
