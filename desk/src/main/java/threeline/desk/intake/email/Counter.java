package threeline.desk.intake.email;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Conversations;
import threeline.desk.mail.Forward;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.Onlookers;
import threeline.desk.mail.ReplyKey;
import threeline.desk.mail.Silences;
import threeline.desk.mail.identity.Authenticity;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.Requesters;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.vendor.VendorThreads;

/** Hands mail in at the ticket desk, in the requester's name or as something that only the desk sees. */
@Component
class Counter {

    /** How the reason begins where a sender is not proven. */
    static final String UNPROVEN = "says it is from ";

    private final TicketDesk desk;
    private final Requesters requesters;
    private final Agents agents;
    private final Charters charters;
    private final VendorThreads vendors;
    private final Post post;

    Counter(
            TicketDesk desk,
            Requesters requesters,
            Agents agents,
            Charters charters,
            VendorThreads vendors,
            Post post) {
        this.desk = desk;
        this.requesters = requesters;
        this.agents = agents;
        this.charters = charters;
        this.vendors = vendors;
        this.post = post;
    }

    /** What mail remembers. */
    @Component
    record Post(Mailboxes mailboxes, Conversations conversations, Silences silences, Onlookers onlookers) {}

    /** Shown to the desk, and nothing else. */
    Outcome noted(TicketNumber ticket, IncomingMail mail, String why) {
        desk.echo(ticket, Wording.message(mail), why);
        return new Outcome.Appended(ticket, why);
    }

    /** {@code doubt}: why it is shown, but is no answer. */
    Outcome fromVendor(VendorThreads.Found found, IncomingMail mail, @Nullable String doubt) {
        if (doubt == null) {
            desk.vendorReplies(found.ticket(), Wording.message(mail));
        } else {
            desk.echo(found.ticket(), Wording.message(mail), doubt);
        }
        return new Outcome.OfVendor(found, doubt);
    }

    Outcome contacted(TicketNumber ticket, IncomingMail mail, String channel) {
        var from = mail.from().orElseThrow();
        var requester = requesters.recognise(from.normal(), from.called());
        var now = desk.contact(ticket, Wording.message(mail), requester.id(), channel)
                .number();
        suggest(now, mail);
        return now.equals(ticket) ? new Outcome.Appended(now, null) : new Outcome.Ticketed(now);
    }

    Outcome opened(Letter letter, IncomingMail mail, String channel, @Nullable String silent) {
        var ticket = open(mail.from().orElseThrow(), Wording.message(mail), channel);
        if (silent != null) {
            post.silences().keep(reference(ticket), silent);
        }
        if (letter.authenticity().proven()) {
            suggest(ticket, mail);
        } else {
            beCareful(reference(ticket), letter.authenticity());
        }
        return new Outcome.Ticketed(ticket);
    }

    /** Somebody else may have written in this one's name: they are told little, or nothing where that is likely. */
    private void beCareful(String reference, Authenticity authenticity) {
        if (authenticity.proof() == Authenticity.Proof.FAIL) {
            post.silences().keep(reference, "its domain says that it is not from there");
        } else {
            post.silences().unconfirmed(reference);
        }
    }

    /** A ticket of whoever wrote first; what the agent said above it is for the desk. */
    Outcome passedOn(Forward forward, Agent by, String channel) {
        var ticket = open(forward.sender(), Wording.message(forward), channel);
        if (!forward.above().isBlank()) {
            desk.note(ticket, NewMessage.of(forward.above()), by.id());
        }
        return new Outcome.Ticketed(ticket);
    }

    /** So that an answer to this mail is known to belong to the same ticket. */
    void remember(Outcome outcome, @Nullable String messageId) {
        var ticket = outcome.ticket();
        if (messageId != null && outcome instanceof Outcome.OfVendor(var found, var _)) {
            vendors.remember(found, messageId);
        } else if (messageId != null && ticket != null) {
            post.conversations().keep(reference(ticket), messageId);
        }
    }

    String channelOf(String mailbox) {
        return post.mailboxes().ours().stream()
                .filter(it -> it.address().equals(mailbox))
                .findFirst()
                .map(Mailbox::channel)
                .orElse("email"); // the charter has dropped the address since
    }

    String reference(TicketNumber ticket) {
        return ticket.reference(charters.current().charter().prefix());
    }

    private TicketNumber open(MailAddress from, NewMessage message, String channel) {
        var requester = requesters.recognise(from.normal(), from.called());
        return desk.open(NewTicket.of(requester.id(), channel, null, message)).number();
    }

    /** Whom a proven sender copied in; it gives them nothing until an agent agrees. */
    private void suggest(TicketNumber ticket, IncomingMail mail) {
        var people = copied(mail);
        if (!people.isEmpty()) {
            post.onlookers().suggest(reference(ticket), people);
        }
    }

    private List<MailAddress> copied(IncomingMail mail) {
        var ours = post.mailboxes().ours().stream().map(Mailbox::address).toList();
        var senders = mail.senders();
        var people = new ArrayList<MailAddress>();
        Stream.concat(senders.to().stream(), senders.cc().stream())
                .filter(it -> !ours.contains(ReplyKey.withoutKey(it.normal())))
                .filter(it ->
                        senders.from().stream().noneMatch(from -> from.normal().equals(it.normal())))
                .filter(it -> agents.find(it.normal()).isEmpty())
                .forEach(people::add);
        return people;
    }
}
