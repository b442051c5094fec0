package threeline.desk.notification;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.mail.outbox.MailLost;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;

/** Writes onto the ticket that a mail about it did not arrive, for its agents to see. */
@Component
class LostMail {

    private final TicketDesk desk;
    private final TicketQueue tickets;

    LostMail(TicketDesk desk, TicketQueue tickets) {
        this.desk = desk;
        this.tickets = tickets;
    }

    @EventListener
    void on(MailLost lost) {
        var number = Long.parseLong(lost.about().substring(lost.about().lastIndexOf('-') + 1));
        var text = "The mail \"%s\" to %s could not be delivered: %s"
                .formatted(lost.subject(), lost.recipient(), lost.why());
        tickets.find(new TicketNumber(number))
                .ifPresent(it -> desk.echo(it.number(), NewMessage.of(text), "a mail could not be delivered"));
    }
}
