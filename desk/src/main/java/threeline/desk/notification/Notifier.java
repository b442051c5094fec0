package threeline.desk.notification;

import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketChanged;
import threeline.desk.ticket.TicketEvent;

/** Hears what happens to tickets, in the very transaction, and notes down what has to be told about it. */
@Component
class Notifier {

    private final Notices notices;
    private final Herald herald;

    Notifier(Notices notices, Herald herald) {
        this.notices = notices;
        this.herald = herald;
    }

    @EventListener
    void on(TicketChanged change) {
        change.entries().forEach(entry -> hear(change.ticket(), entry));
    }

    private void hear(Ticket ticket, Entry entry) {
        switch (entry.event()) {
            case TicketEvent.Opened opened when !opened.live() -> note(ticket, entry, Notice.What.OPENED);
            case TicketEvent.Replied _ -> note(ticket, entry, Notice.What.REPLIED);
            case TicketEvent.Resolved _ -> note(ticket, entry, Notice.What.RESOLVED);
            default -> {} // for now nobody is told of anything else
        }
    }

    private void note(Ticket ticket, Entry entry, Notice.What what) {
        notices.add(
                ticket.number(), entry.number(), what, entry.at().truncatedTo(ChronoUnit.MILLIS)); // at once, that is
        herald.ringAfterCommit();
    }
}
