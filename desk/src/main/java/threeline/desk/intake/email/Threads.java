package threeline.desk.intake.email;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Conversations;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.ReplyKey;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.people.Requesters;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;

/**
 * Finds the ticket that a mail belongs to. A key made for its sender opens; knowing a Message-ID or a number opens
 * nothing to those who are not on the ticket.
 */
@Component
class Threads {

    private static final Pattern REFERENCE = Pattern.compile("\\b([A-Za-z][A-Za-z0-9]{0,15})-([0-9]{1,18})\\b");

    private final ReplyKeys keys;
    private final Conversations conversations;
    private final TicketQueue tickets;
    private final Requesters requesters;
    private final Charters charters;

    Threads(
            ReplyKeys keys,
            Conversations conversations,
            TicketQueue tickets,
            Requesters requesters,
            Charters charters) {
        this.keys = keys;
        this.conversations = conversations;
        this.tickets = tickets;
        this.requesters = requesters;
        this.charters = charters;
    }

    /** The ticket that the sender goes on with. */
    Optional<TicketNumber> answeredBy(Letter letter, IncomingMail mail) {
        return mail.from().flatMap(from -> answeredBy(letter, mail, from.normal()));
    }

    private Optional<TicketNumber> answeredBy(Letter letter, IncomingMail mail, String from) {
        return keys(letter, mail)
                .filter(key -> keys.fits(key, from))
                .flatMap(this::number)
                .findFirst()
                .or(() -> beforeIt(mail)
                        .flatMap(number -> tickets.find(number).stream())
                        .filter(ticket -> isOn(ticket, from))
                        .map(Ticket::number)
                        .findFirst());
    }

    /** The ticket that an automatic answer or a bounce is about: a key of ours for anybody who is on that ticket. */
    Optional<TicketNumber> concernedBy(Letter letter, IncomingMail mail) {
        return answeredBy(letter, mail)
                .or(() -> keys(letter, mail)
                        .flatMap(key -> number(key)
                                .flatMap(number -> tickets.find(number).stream())
                                .filter(ticket -> keys.fits(key, addressOf(ticket)))
                                .map(Ticket::number))
                        .findFirst());
    }

    /** Where it was sent to, whom it names, and what it answers; the surest first. */
    private static Stream<ReplyKey> keys(Letter letter, IncomingMail mail) {
        var addresses = Stream.concat(
                Stream.of(letter.recipient()),
                Stream.concat(mail.senders().to().stream(), mail.senders().cc().stream())
                        .map(MailAddress::address));
        var report = mail.report();
        var reported =
                report == null || report.messageId() == null ? Stream.<String>empty() : Stream.of(report.messageId());
        return Stream.concat(
                addresses.flatMap(it -> ReplyKey.inAddress(it).stream()),
                Stream.concat(reported, mail.thread().before().stream())
                        .flatMap(it -> ReplyKey.inMessageId(it).stream()));
    }

    private Stream<TicketNumber> number(ReplyKey key) {
        return numbers(key.about());
    }

    /** By mails it answers that came in before; last by the reference in its subject. */
    private Stream<TicketNumber> beforeIt(IncomingMail mail) {
        var before = mail.thread().before();
        var known = before.isEmpty() ? List.<String>of() : conversations.knowing(before);
        return Stream.concat(known.stream().flatMap(this::numbers), numbers(mail.subject()));
    }

    private Stream<TicketNumber> numbers(String text) {
        var prefix = charters.current().charter().prefix();
        return REFERENCE
                .matcher(text)
                .results()
                .filter(it -> it.group(1).equalsIgnoreCase(prefix))
                .map(it -> Long.parseLong(it.group(2)))
                .filter(number -> number > 0)
                .map(TicketNumber::new);
    }

    private boolean isOn(Ticket ticket, String person) {
        return addressOf(ticket).equals(person);
    }

    private String addressOf(Ticket ticket) {
        var email = requesters.get(ticket.requester()).email();
        return email == null ? "" : MailAddress.normal(email);
    }
}
