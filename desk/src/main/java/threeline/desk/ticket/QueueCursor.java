package threeline.desk.ticket;

import java.time.Instant;

/** Where a page of a list ended: the sorting instant and the number of its last ticket. */
public record QueueCursor(Instant at, TicketNumber number) {

    /** The place just after this ticket in this view. */
    public static QueueCursor after(Ticket ticket, View view) {
        return switch (view) {
            case BREAKS_FIRST, MINE, UNASSIGNED, PAST_DUE, ON_HOLD ->
                new QueueCursor(NextDue.breaksAt(ticket.next()), ticket.number());
            case RESOLVED -> new QueueCursor(ticket.changedAt(), ticket.number());
            case ALL -> new QueueCursor(ticket.openedAt(), ticket.number());
        };
    }
}
