package threeline.desk.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.people.RequesterId;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Charter;

/** What the charter in force says to a ticket: where it starts, how bad it is, what it may wait for. */
@Component
class TicketRules {

    private static final int LONGEST_SUBJECT = 500;

    private final Charters charters;

    TicketRules(Charters charters) {
        this.charters = charters;
    }

    /** From here to the end of the transaction the same rules hold; asked before any ticket is locked. */
    void holdStill() {
        charters.holdStill();
    }

    /** A ticket to be, and the first thing on its timeline. */
    record Opening(Ticket ticket, NewEntry entry) {}

    Opening opening(NewTicket wish, @Nullable TicketNumber continues, Instant at) {
        var charter = charters.current().charter();
        var severity = severity(charter, wish);
        var message = new NewMessage(
                subject(wish.message()), wish.message().text(), wish.message().attachments());
        var ticket = new Ticket(
                new TicketNumber(1), // until the database has given it its own
                message.subject() == null ? "" : message.subject(),
                wish.requester(),
                severity,
                wish.channel(),
                Status.OPEN,
                null,
                "", // as judged
                null,
                null,
                at,
                at,
                null,
                continues,
                1,
                null,
                null);
        var opened = new TicketEvent.Opened(severity, wish.channel(), wish.live());
        return new Opening(ticket, new NewEntry(opened, Author.of(wish.requester()), message));
    }

    /** What a closed ticket's requester asks when they write again. */
    NewTicket continuing(Ticket closed, NewMessage message, RequesterId from, String channel) {
        var subject = message.subject() == null ? closed.subject() : message.subject();
        return new NewTicket(
                from, channel, null, false, new NewMessage(subject, message.text(), message.attachments()));
    }

    boolean endsAtContact(@Nullable String hold) {
        return hold != null
                && charters.current()
                        .charter()
                        .hold(hold)
                        .filter(it -> it.endsOnContact())
                        .isPresent();
    }

    void checkHold(String hold) {
        checkKnown("hold", hold, charters.current().charter().holds().keySet());
    }

    void checkSeverity(String severity) {
        checkKnown("severity", severity, severities(charters.current().charter()));
    }

    private static String severity(Charter charter, NewTicket wish) {
        if (wish.severity() != null) {
            checkKnown("severity", wish.severity(), severities(charter));
            return wish.severity();
        }
        return charter.channel(wish.channel())
                .map(channel -> channel.severity().given())
                .orElseGet(() -> charter.defaultSeverity().id());
    }

    private static List<String> severities(Charter charter) {
        return charter.severities().all().stream().map(it -> it.id()).toList();
    }

    private static String subject(NewMessage message) {
        var given = message.subject() == null ? "" : message.subject().strip();
        var subject = given.isEmpty() ? firstLine(message.text()) : given;
        return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
    }

    private static String firstLine(String text) {
        return text.strip()
                .lines()
                .findFirst()
                .map(line -> line.length() > 80 ? line.substring(0, 80) + "…" : line)
                .orElse("(no subject)");
    }

    private static void checkKnown(String field, String word, Collection<String> known) {
        if (!known.contains(word)) {
            var what = "There is no %s \"%s\" in this desk's charter; there are: %s."
                    .formatted(field, word, String.join(", ", known));
            throw new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
        }
    }
}
