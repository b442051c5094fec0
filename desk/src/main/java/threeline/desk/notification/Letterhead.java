package threeline.desk.notification;

import java.time.InstantSource;
import java.util.ArrayList;
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
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.Timeline;

/** Gathers what the mails to requesters need, a question for all of them at a time, and has them written. */
@Component
class Letterhead {

    private final Requesters requesters;
    private final Charters charters;
    private final Timeline timeline;
    private final Post post;
    private final Composer composer;
    private final InstantSource time;

    Letterhead(
            Requesters requesters,
            Charters charters,
            Timeline timeline,
            Post post,
            Composer composer,
            InstantSource time) {
        this.requesters = requesters;
        this.charters = charters;
        this.timeline = timeline;
        this.post = post;
        this.composer = composer;
        this.time = time;
    }

    /** What mail knows. */
    @Component
    record Post(
            Mailboxes mailboxes,
            Conversations conversations,
            Silences silences,
            Onlookers onlookers,
            Outbox outbox,
            Templates templates) {}

    /** What a requester is to be told at once, and the language that a rule wants. */
    record Wish(List<Happened> happened, String language) {

        Ticket ticket() {
            return happened.getFirst().ticket();
        }
    }

    /**
     * A mail to be: of what, about which ticket, to whom, from which mailbox, in which language. {@code guarded}: it may go
     * to somebody who never wrote, so it says nothing that the one who did has chosen.
     */
    record Occasion(
            List<Happened> happened,
            String reference,
            MailAddress to,
            Mailbox mailbox,
            Language language,
            boolean guarded) {

        private Occasion guarded(boolean now) {
            return new Occasion(happened, reference, now ? MailAddress.of(to.address()) : to, mailbox, language, now);
        }

        Happened first() {
            return happened.getFirst();
        }

        Entry entry() {
            return first().entry();
        }

        Timeline.Place place() {
            return first().notice().place();
        }

        Matter what() {
            return first().notice().what();
        }

        Ticket ticket() {
            return first().ticket();
        }

        Outbox.Told told() {
            return new Outbox.Told(reference, to.normal());
        }

        private Occasion copiedTo(MailAddress onlooker) {
            return new Occasion(happened, reference, onlooker, mailbox, language, false);
        }

        boolean automatic() {
            return what() != Matter.ANSWERED;
        }

        /** What an agent did for somebody who surely wrote can't be the echo of anything. */
        boolean mayBeAnEcho() {
            return guarded || !(entry().author() instanceof Author.OfAgent);
        }
    }

    List<Outbox.Letter> write(List<Wish> wishes) {
        var occasions = withCopies(allowed(occasions(wishes)));
        if (occasions.isEmpty()) {
            return List.of();
        }
        var known = known(occasions);
        return occasions.stream()
                .map(it -> new Outbox.Letter(it.reference(), composer.compose(it, known.before(it))))
                .toList();
    }

    /** All that mails are written from, for all of them at once. */
    private record Known(
            Map<String, List<String>> mails,
            Map<TicketNumber, List<Entry>> acts,
            Map<Timeline.Place, List<NewAttachment>> files,
            Wording wording) {

        Composer.Before before(Occasion it) {
            return new Composer.Before(
                    mails.getOrDefault(it.reference(), List.of()),
                    acts.getOrDefault(it.ticket().number(), List.of()),
                    it.automatic() ? List.of() : files.getOrDefault(it.place(), List.of()),
                    wording);
        }
    }

    /** Only what an agent attached goes out; the requester's own files stay where they are. */
    private Known known(List<Occasion> occasions) {
        return new Known(
                post.conversations()
                        .of(occasions.stream().map(Occasion::reference).toList()),
                timeline.acts(occasions.stream()
                        .filter(it -> it.what() == Matter.OPENED)
                        .map(it -> it.ticket().number())
                        .toList()),
                timeline.files(occasions.stream()
                        .filter(it ->
                                !it.automatic() && !it.entry().attachments().isEmpty())
                        .map(Occasion::place)
                        .toList()),
                post.templates().wording());
    }

    /** What an agent wrote goes to those copied in too, where an agent agreed to that. */
    private List<Occasion> withCopies(List<Occasion> occasions) {
        var replies = occasions.stream().filter(it -> !it.automatic()).toList();
        var onlookers = replies.isEmpty()
                ? Map.<String, List<MailAddress>>of()
                : post.onlookers()
                        .approved(replies.stream().map(Occasion::reference).toList());
        return Stream.concat(
                        occasions.stream(),
                        replies.stream()
                                .flatMap(it -> onlookers.getOrDefault(it.reference(), List.of()).stream()
                                        .map(it::copiedTo)))
                .toList();
    }

    private List<Occasion> occasions(List<Wish> wishes) {
        var people = requesters.all(
                wishes.stream().map(it -> it.ticket().requester()).toList());
        return wishes.stream().flatMap(it -> occasion(it, people).stream()).toList();
    }

    /** Nobody without an address is written to, and a desk without a mailbox writes to nobody. */
    private Optional<Occasion> occasion(Wish wish, Map<RequesterId, Requester> people) {
        var ticket = wish.ticket();
        var requester = people.get(ticket.requester());
        if (requester == null || requester.email() == null) {
            return Optional.empty();
        }
        var to = new MailAddress(requester.email(), requester.name());
        var charter = charters.current().charter();
        var spoken = ticket.about().language() == null
                ? requester.language()
                : ticket.about().language();
        var asked = wish.language().equals(Rule.REQUESTER) ? null : wish.language();
        var language = Language.of(asked, spoken, charter.desk().language());
        return mailbox(ticket.channel())
                .map(mailbox -> new Occasion(
                        wish.happened(), ticket.number().reference(charter.prefix()), to, mailbox, language, false));
    }

    /** The mailbox that a ticket came by; for one that came by another channel, the desk's first. */
    private Optional<Mailbox> mailbox(String channel) {
        var ours = post.mailboxes().ours();
        return ours.stream()
                .filter(it -> it.channel().equals(channel))
                .findFirst()
                .or(() -> ours.stream().findFirst());
    }

    /** What people wrote always goes; automatic mail only to people, and only so much of what may be an echo. */
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
            if (!it.automatic()
                    || !silent.contains(it.reference()) && (budget.allows(careful) || !careful.mayBeAnEcho())) {
                allowed.add(careful);
            }
        }
        return allowed;
    }
}
