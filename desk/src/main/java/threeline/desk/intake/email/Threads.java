package threeline.desk.intake.email;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Conversations;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Onlookers;
import threeline.desk.mail.ReplyKey;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.people.Requester;
import threeline.desk.people.Requesters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.Writer;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.vendor.VendorThreads;

/**
 * Finds the ticket that a mail belongs to. A key made for its sender comes first, then what it answers, last the reference
 * in its subject. None of them opens anything to those who are not on the ticket, or are not proven to be who they say.
 */
@Component
class Threads {

    private static final Pattern REFERENCE = Pattern.compile("\\b([A-Za-z][A-Za-z0-9]{0,15})-([0-9]{1,18})\\b");

    private final ReplyKeys keys;
    private final Conversations conversations;
    private final TicketQueue tickets;
    private final Requesters requesters;
    private final Onlookers onlookers;
    private final VendorThreads vendors;
    private final Charters charters;

    Threads(
            ReplyKeys keys,
            Conversations conversations,
            TicketQueue tickets,
            Requesters requesters,
            Onlookers onlookers,
            VendorThreads vendors,
            Charters charters) {
        this.keys = keys;
        this.conversations = conversations;
        this.tickets = tickets;
        this.requesters = requesters;
        this.onlookers = onlookers;
        this.vendors = vendors;
        this.charters = charters;
    }

    /** A ticket that a mail names, and by what. */
    private record Named(Ticket ticket, String how) {}

    /** What its sender has to do with the tickets that it names. */
    Belonging belonging(Letter letter, IncomingMail mail) {
        var from = mail.from().map(MailAddress::normal).orElse("");
        var named = Stream.concat(byKey(letter, mail, from), byMention(letter, mail))
                .iterator();
        @Nullable Named first = null;
        while (named.hasNext()) {
            var it = named.next();
            if (isOn(it.ticket(), from)) {
                return mayAnswer(letter, mail)
                        ? new Belonging.Continues(it.ticket().number(), it.how())
                        : new Belonging.Claims(it.ticket().number(), it.how());
            }
            first = first == null ? it : first;
        }
        return new Belonging.Nothing(
                first == null ? "names no ticket of ours" : "%s, but %s is not on it".formatted(first.how(), from));
    }

    private static boolean mayAnswer(Letter letter, IncomingMail mail) {
        return mail.from()
                .map(it -> Writer.of(it, letter.authenticity().proven()))
                .filter(it -> Rights.may(it, Action.ANSWER_BY_MAIL, it.own()))
                .isPresent();
    }

    /** The first ticket that a mail names, whoever it is from. */
    Optional<TicketNumber> named(Letter letter, IncomingMail mail) {
        return byMention(letter, mail).map(it -> it.ticket().number()).findFirst();
    }

    /** The ticket that an automatic answer or a bounce is about: its sender's, or a key of ours for somebody who is on it. */
    Optional<TicketNumber> concernedBy(Letter letter, IncomingMail mail) {
        return switch (belonging(letter, mail)) {
            case Belonging.Continues(var ticket, var _) -> Optional.of(ticket);
            case Belonging.Claims(var ticket, var _) -> Optional.of(ticket);
            case Belonging.Nothing _ ->
                Stream.concat(keys(letter, mail), mail.idsInside().flatMap(it -> ReplyKey.inMessageId(it).stream()))
                        .flatMap(key -> ticketsIn(key.about())
                                .filter(ticket -> isForSomebodyOn(key, ticket))
                                .map(Ticket::number))
                        .findFirst();
        };
    }

    /** The ticket that it goes on with as a vendor's mail. */
    Optional<VendorThreads.Found> ofVendor(Letter letter, IncomingMail mail) {
        return mail.from().flatMap(from -> vendors.find(keys(letter, mail).toList(), from, mail.subject()));
    }

    private Stream<Named> byKey(Letter letter, IncomingMail mail, String from) {
        return keys(letter, mail)
                .filter(key -> keys.fits(key, from))
                .flatMap(key -> ticketsIn(key.about())
                        .map(it -> new Named(it, "matched by the key of %s for %s".formatted(key.about(), from))));
    }

    /** By mails it answers, ours and theirs; last by the reference in its subject. */
    private Stream<Named> byMention(Letter letter, IncomingMail mail) {
        var before = mail.thread().before();
        var ours = keys(letter, mail).map(ReplyKey::about);
        var theirs = before.isEmpty() ? Stream.<String>empty() : conversations.knowing(before).stream();
        return Stream.concat(
                Stream.concat(ours, theirs)
                        .flatMap(about ->
                                ticketsIn(about).map(it -> new Named(it, "answers a mail of %s".formatted(about)))),
                ticketsIn(mail.subject())
                        .map(it -> new Named(
                                it, "%s in its subject".formatted(it.number().reference(prefix())))));
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

    private Stream<Ticket> ticketsIn(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .filter(it -> it.group(1).equalsIgnoreCase(prefix()))
                .map(it -> Long.parseLong(it.group(2)))
                .filter(number -> number > 0)
                .flatMap(number -> tickets.find(new TicketNumber(number)).stream());
    }

    private boolean isForSomebodyOn(ReplyKey key, Ticket ticket) {
        return Stream.concat(Stream.of(addressOf(requesters.get(ticket.requester()))), approved(ticket))
                .anyMatch(person -> !person.isEmpty() && keys.fits(key, person));
    }

    /** The requester, those who speak for the requester's organization, and those whom an agent let look on. */
    private boolean isOn(Ticket ticket, String person) {
        var requester = requesters.get(ticket.requester());
        return addressOf(requester).equals(person)
                || approved(ticket).anyMatch(person::equals)
                || requesters
                        .find(person)
                        .filter(it -> speaksFor(it, requester))
                        .isPresent();
    }

    private static boolean speaksFor(Requester superUser, Requester requester) {
        return superUser.superUser()
                && superUser.organization() != null
                && superUser.organization().equals(requester.organization());
    }

    private Stream<String> approved(Ticket ticket) {
        return onlookers.of(ticket.number().reference(prefix())).stream()
                .filter(Onlookers.Onlooker::approved)
                .map(it -> it.who().normal());
    }

    private static String addressOf(Requester requester) {
        var email = requester.email();
        return email == null ? "" : MailAddress.normal(email);
    }

    private String prefix() {
        return charters.current().charter().prefix();
    }
}
