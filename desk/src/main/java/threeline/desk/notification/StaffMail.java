package threeline.desk.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.mail.outbox.Outbox;
import threeline.desk.people.Agent;
import threeline.desk.people.Crew;
import threeline.desk.tenant.Site;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.promises.charter.Charter;

/** Writes the mails to the desk's own people: one thing each, or all that was kept for them in one. */
@Component
class StaffMail {

    private final Mailboxes mailboxes;
    private final ReplyKeys keys;
    private final Composer composer;
    private final Unsubscribed unsubscribed;
    private final Site site;

    StaffMail(Mailboxes mailboxes, ReplyKeys keys, Composer composer, Unsubscribed unsubscribed, Site site) {
        this.mailboxes = mailboxes;
        this.keys = keys;
        this.composer = composer;
        this.unsubscribed = unsubscribed;
        this.site = site;
    }

    /** One thing to be mailed to one agent, in their language. */
    record Single(Agent to, Happened happened, String line, Language language) {}

    List<Outbox.Letter> write(List<Single> mails, Charter charter) {
        return mailbox()
                .map(from -> mails.stream().map(it -> letter(it, from, charter)).toList())
                .orElse(List.of());
    }

    private Outbox.Letter letter(Single it, Mailbox mailbox, Charter charter) {
        var ticket = it.happened().ticket();
        var reference = ticket.number().reference(charter.prefix());
        var key = keys.key(reference, it.to().email());
        var from = new MailAddress(mailbox.address(), charter.name());
        var id = "n%da%d".formatted(it.happened().notice().id(), it.to().id().value());
        var paragraphs = new ArrayList<List<String>>();
        var language = it.language();
        paragraphs.add(List.of(
                "%s: %s".formatted(language.brief(it.happened().notice().when().at(), charter.zone()), it.line())));
        paragraphs.add(about(ticket.number(), ticket.subject(), reference));
        var said = new Said(
                language.tag(),
                oneLine("[%s] %s: %s".formatted(reference, it.line(), ticket.subject())),
                paragraphs,
                List.of(language.say("staff.why"), language.say("staff.answer")));
        return new Outbox.Letter(
                StillToTell.about(it.to(), ticket.number()),
                mail(
                        new OutgoingMail.Route(
                                from, to(it.to()), key.asAddress(from), null, unsubscribed.page(it.to())),
                        said,
                        key.asMessageId(id, from.domain())));
    }

    /** All of it in one mail. */
    Optional<Outbox.Letter> digest(
            Crew.Member member, List<Word> kept, Map<TicketNumber, Ticket> tickets, Charter charter, Instant at) {
        var to = member.agent();
        var language = Language.of(member.language(), charter.desk().language());
        return mailbox().map(mailbox -> {
            var from = new MailAddress(mailbox.address(), charter.name());
            var id = "digest.%d.%d@%s".formatted(to.id().value(), at.toEpochMilli(), from.domain());
            var said = new Said(
                    language.tag(),
                    subject(kept, charter, language),
                    paragraphs(kept, tickets, charter, language),
                    List.of(language.say("staff.kept"), language.say("staff.change")));
            return new Outbox.Letter(
                    StillToTell.about(to),
                    mail(new OutgoingMail.Route(from, to(to), from, null, unsubscribed.page(to)), said, id));
        });
    }

    private static String subject(List<Word> kept, Charter charter, Language language) {
        var tickets = new HashSet<>(kept.stream().map(it -> it.place().ticket()).toList());
        return language.say("staff.digest", charter.name(), kept.size(), tickets.size());
    }

    private List<List<String>> paragraphs(
            List<Word> kept, Map<TicketNumber, Ticket> tickets, Charter charter, Language language) {
        return kept.stream()
                .map(it -> {
                    var number = it.place().ticket();
                    var lines = new ArrayList<String>();
                    lines.add("%s: %s".formatted(language.brief(it.at(), charter.zone()), it.line()));
                    var ticket = tickets.get(number);
                    lines.addAll(
                            about(number, ticket == null ? "" : ticket.subject(), number.reference(charter.prefix())));
                    return List.copyOf(lines);
                })
                .toList();
    }

    private List<String> about(TicketNumber number, String subject, String reference) {
        var line = "%s %s".formatted(reference, oneLine(subject)).strip();
        return site.page("/tickets/" + number).map(it -> List.of(line, it)).orElse(List.of(line));
    }

    private OutgoingMail mail(OutgoingMail.Route route, Said said, String messageId) {
        return new OutgoingMail(
                route,
                composer.words(said),
                new IncomingMail.Thread(messageId, List.of()),
                OutgoingMail.Origin.DESK,
                List.of());
    }

    private static MailAddress to(Agent agent) {
        return new MailAddress(agent.email(), agent.name());
    }

    private Optional<Mailbox> mailbox() {
        return mailboxes.ours().stream().findFirst();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
