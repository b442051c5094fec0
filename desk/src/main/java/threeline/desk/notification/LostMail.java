package threeline.desk.notification;

import java.util.regex.Pattern;
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

    /** What mails to the desk's own people are about has none. */
    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z][A-Z0-9]*-([0-9]{1,18})\\b");

    private final TicketDesk desk;
    private final TicketQueue tickets;

    LostMail(TicketDesk desk, TicketQueue tickets) {
        this.desk = desk;
        this.tickets = tickets;
    }

    @EventListener
    void on(MailLost lost) {
        REFERENCE
                .matcher(lost.about())
                .results()
                .findFirst()
                .map(found -> new TicketNumber(Long.parseLong(found.group(1))))
                .ifPresent(number -> on(lost, number));
    }

    private void on(MailLost lost, TicketNumber number) {
        var text = "The mail \"%s\" to %s could not be delivered: %s"
                .formatted(lost.subject(), lost.recipient(), lost.why());
        tickets.find(number)
                .ifPresent(it -> desk.echo(it.number(), NewMessage.of(text), "a mail could not be delivered"));
    }
}
