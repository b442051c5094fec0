package threeline.desk.notification;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Conversations;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.Onlookers;
import threeline.desk.mail.Silences;
import threeline.desk.mail.outbox.Outbox;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketQueue;

/** Gathers what the mails of some notices need, a question for all of them at a time, and has them written. */
@Component
class Letterhead {

    private final TicketQueue tickets;
    private final Requesters requesters;
    private final Charters charters;
    private final Post post;
    private final Composer composer;
    private final InstantSource time;

    Letterhead(
            TicketQueue tickets,
            Requesters requesters,
            Charters charters,
            Post post,
            Composer composer,
            InstantSource time) {
        this.tickets = tickets;
        this.requesters = requesters;
        this.charters = charters;
        this.post = post;
        this.composer = composer;
        this.time = time;
    }

    /** What mail knows. */
    @Component
    record Post(
            Mailboxes mailboxes, Conversations conversations, Silences silences, Onlookers onlookers, Outbox outbox) {}

    /**
     * A mail to be: of which notice, about which ticket, to whom, from which mailbox. {@code guarded}: it may go to somebody
     * who never wrote, so it says nothing that the one who did has chosen.
     */
    record Occasion(Notice notice, Ticket ticket, String reference, MailAddress to, Mailbox mailbox, boolean guarded) {

        private Occasion guarded(boolean now) {
            return new Occasion(notice, ticket, reference, now ? MailAddress.of(to.address()) : to, mailbox, now);
        }

        Outbox.Told told() {
            return new Outbox.Told(reference, to.normal());
        }

        private Occasion copiedTo(MailAddress onlooker) {
            return new Occasion(notice, ticket, reference, onlooker, mailbox, false);
        }

        boolean automatic() {
            return notice.what() != Notice.What.REPLIED;
        }
    }

    List<Outbox.Letter> write(List<Notice> notices) {
        var occasions = withCopies(allowed(occasions(notices)));
        var before = post.conversations()
                .of(occasions.stream().map(Occasion::reference).toList());
        return occasions.stream()
                .map(it -> new Outbox.Letter(
                        it.reference(), composer.compose(it, before.getOrDefault(it.reference(), List.of()))))
                .toList();
    }

    /** What an agent wrote goes to those copied in too, where an agent agreed to that. */
    private List<Occasion> withCopies(List<Occasion> occasions) {
        var replies = occasions.stream().filter(it -> !it.automatic()).toList();
        var onlookers = post.onlookers()
                .approved(replies.stream().map(Occasion::reference).toList());
        return Stream.concat(
                        occasions.stream(),
                        replies.stream()
                                .flatMap(it -> onlookers.getOrDefault(it.reference(), List.of()).stream()
                                        .map(it::copiedTo)))
                .toList();
    }

    private List<Occasion> occasions(List<Notice> notices) {
        var found = tickets(notices);
        var people =
                requesters.all(found.values().stream().map(Ticket::requester).toList());
        return notices.stream()
                .flatMap(it -> occasion(it, found.get(it.id()), people).stream())
                .toList();
    }

    private Map<Long, Ticket> tickets(List<Notice> notices) {
        var found = new HashMap<Long, Ticket>();
        notices.forEach(notice -> tickets.find(notice.ticket()).ifPresent(it -> found.put(notice.id(), it)));
        return found;
    }

    /** Nobody without an address is written to, and a desk without a mailbox writes to nobody. */
    private Optional<Occasion> occasion(
            Notice notice, @org.jspecify.annotations.Nullable Ticket ticket, Map<RequesterId, Requester> people) {
        if (ticket == null) {
            return Optional.empty();
        }
        var requester = people.get(ticket.requester());
        if (requester == null || requester.email() == null) {
            return Optional.empty();
        }
        var to = new MailAddress(requester.email(), requester.name());
        return mailbox(ticket)
                .map(mailbox -> new Occasion(notice, ticket, ticket.number().reference(prefix()), to, mailbox, false));
    }

    /** The mailbox that the ticket came by; for one that came by another channel, the desk's first. */
    private Optional<Mailbox> mailbox(Ticket ticket) {
        var ours = post.mailboxes().ours();
        return ours.stream()
                .filter(it -> it.channel().equals(ticket.channel()))
                .findFirst()
                .or(() -> ours.stream().findFirst());
    }

    /** What people wrote always goes; automatic mail only to people, and only so much of it. */
    private List<Occasion> allowed(List<Occasion> occasions) {
        var automatic = occasions.stream().filter(Occasion::automatic).toList();
        if (automatic.isEmpty()) {
            return occasions;
        }
        var references = automatic.stream().map(Occasion::reference).toList();
        var silent = post.silences().among(references);
        var unconfirmed = post.silences().unconfirmedAmong(references);
        var budget = new Budget(post.outbox(), time.instant(), automatic);
        var allowed = new ArrayList<Occasion>();
        for (var it : occasions) {
            var careful = it.guarded(unconfirmed.contains(it.reference()));
            if (!it.automatic() || !silent.contains(it.reference()) && budget.allows(careful)) {
                allowed.add(careful);
            }
        }
        return allowed;
    }

    private String prefix() {
        return charters.current().charter().prefix();
    }
}
