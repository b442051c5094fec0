package threeline.desk.intake.email;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.intake.email.screening.Facts;
import threeline.desk.intake.email.screening.Screening;
import threeline.desk.intake.email.screening.Verdict;
import threeline.desk.mail.Conversations;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;
import threeline.desk.mail.Silences;
import threeline.desk.people.Requesters;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketNumber;

/** Says what becomes of a letter, and calls the ticket desk once, or not at all. */
@Component
class Sorting {

    private final Mailboxes mailboxes;
    private final Threads threads;
    private final Requesters requesters;
    private final TicketDesk desk;
    private final Charters charters;
    private final Silences silences;
    private final Conversations conversations;

    Sorting(
            Mailboxes mailboxes,
            Threads threads,
            Requesters requesters,
            TicketDesk desk,
            Charters charters,
            Silences silences,
            Conversations conversations) {
        this.mailboxes = mailboxes;
        this.threads = threads;
        this.requesters = requesters;
        this.desk = desk;
        this.charters = charters;
        this.silences = silences;
        this.conversations = conversations;
    }

    /** {@code repeated} is the letter with the same content that came before, if one did. */
    Letters.Settled sort(Letter letter, @Nullable Long repeated) {
        return switch (MimeReader.read(letter.raw())) {
            case Reading.Unreadable(var reason) ->
                new Letters.Settled(letter.id(), new Outcome.Quarantined("unreadable: " + reason), null);
            case Reading.Read(var mail) -> {
                var id = mail.thread().messageId();
                var outcome = repeated != null && id != null
                        ? new Outcome.Suppressed("the same mail came before", repeated)
                        : remembered(outcome(letter, mail), id);
                yield new Letters.Settled(letter.id(), outcome, id);
            }
        };
    }

    /** So that an answer to this mail is known to belong to the same ticket. */
    private Outcome remembered(Outcome outcome, @Nullable String id) {
        var ticket = outcome.ticket();
        if (id != null && ticket != null) {
            conversations.keep(reference(ticket), id);
        }
        return outcome;
    }

    private String reference(TicketNumber ticket) {
        return ticket.reference(charters.current().charter().prefix());
    }

    private Outcome outcome(Letter letter, IncomingMail mail) {
        var ours = mailboxes.ours();
        var facts = new Facts(
                mail,
                letter.returnPath(),
                Tenant.current().id(),
                ours.stream().map(Mailbox::address).collect(Collectors.toSet()));
        return switch (Screening.judge(facts)) {
            case Verdict.Ignore(var why) -> new Outcome.Suppressed(why, null);
            case Verdict.Quarantine(var why) -> new Outcome.Quarantined(why);
            case Verdict.Echo(var why) -> echo(letter, mail, why);
            case Verdict.Quietly(var why) -> quietly(letter, mail, channel(letter, ours), why);
            case Verdict.Accept() -> accept(letter, mail, channel(letter, ours));
        };
    }

    private Outcome echo(Letter letter, IncomingMail mail, String why) {
        return threads.concernedBy(letter, mail)
                .map(ticket -> noted(ticket, mail, why))
                .orElseGet(() -> new Outcome.Suppressed(why + ", about no ticket of ours", null));
    }

    private Outcome noted(TicketNumber ticket, IncomingMail mail, String why) {
        desk.echo(ticket, Wording.message(mail), why);
        return new Outcome.Appended(ticket, why);
    }

    private Outcome quietly(Letter letter, IncomingMail mail, String channel, String why) {
        var ticket = threads.answeredBy(letter, mail);
        return ticket.isPresent() ? noted(ticket.get(), mail, why) : opened(mail, channel, why);
    }

    private Outcome accept(Letter letter, IncomingMail mail, String channel) {
        return threads.answeredBy(letter, mail)
                .map(ticket -> contacted(ticket, mail, channel))
                .orElseGet(() -> opened(mail, channel, null));
    }

    private Outcome contacted(TicketNumber ticket, IncomingMail mail, String channel) {
        var from = mail.from().orElseThrow();
        var requester = requesters.recognise(from.normal(), from.called());
        var now = desk.contact(ticket, Wording.message(mail), requester.id(), channel)
                .number();
        return now.equals(ticket) ? new Outcome.Appended(now, null) : new Outcome.Ticketed(now);
    }

    private Outcome opened(IncomingMail mail, String channel, @Nullable String silent) {
        var from = mail.from().orElseThrow();
        var requester = requesters.recognise(from.normal(), from.called());
        var ticket = desk.open(NewTicket.of(requester.id(), channel, null, Wording.message(mail)))
                .number();
        if (silent != null) {
            silences.keep(reference(ticket), silent);
        }
        return new Outcome.Ticketed(ticket);
    }

    private static String channel(Letter letter, List<Mailbox> ours) {
        return ours.stream()
                .filter(mailbox -> mailbox.address().equals(letter.mailbox()))
                .findFirst()
                .map(Mailbox::channel)
                .orElse("email"); // the charter has dropped the address since
    }
}
