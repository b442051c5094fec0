package threeline.desk.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Onlookers;
import threeline.desk.people.Requester;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.Kind;
import threeline.desk.tenant.Sight;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/**
 * What whoever asks has asked, and what they do to it. What is theirs is found through the wall of sight, and what is
 * not is not there; only then does the desk do its own work, which sees all that it needs.
 */
@Component
public class Requests {

    private static final int MOST_COPIES = 200;
    private static final int LONGEST = 5000;
    private static final Pattern NUMBER = Pattern.compile(".*-([1-9][0-9]{0,17})");

    private final TicketQueue queue;
    private final Timeline timeline;
    private final Onlookers onlookers;
    private final TicketDesk desk;

    Requests(TicketQueue queue, Timeline timeline, Onlookers onlookers, TicketDesk desk) {
        this.queue = queue;
        this.timeline = timeline;
        this.onlookers = onlookers;
        this.desk = desk;
    }

    /** At most so many, the newest first, older than {@code before}; with or without those that are closed. */
    public List<Ticket> of(Asker asker, boolean open, @Nullable TicketNumber before, int limit) {
        var who = asker.requester();
        var organization = asker.kind() == Kind.SUPER_USER ? who.organization() : null;
        var asked = new TicketQueue.Asked(who.id(), organization == null ? null : organization.id(), copies(who), open);
        return queue.asked(asked, before, limit);
    }

    private List<TicketNumber> copies(Requester who) {
        return who.email() == null
                ? List.of()
                : onlookers.lookedAt(who.email(), MOST_COPIES).stream()
                        .map(NUMBER::matcher)
                        .filter(it -> it.matches())
                        .map(it -> new TicketNumber(Long.parseLong(it.group(1))))
                        .toList();
    }

    /** One that is theirs; any other is not there. */
    public Ticket get(long number) {
        return Optional.of(number)
                .filter(it -> it > 0)
                .flatMap(it -> queue.find(new TicketNumber(it)))
                .orElseThrow(Requests::isNotThere);
    }

    /** The one that it goes on as, if it was merged into another that they see too. */
    public Optional<TicketNumber> goesOnAs(Ticket ticket) {
        var acts = Sight.whole(() -> timeline.acts(List.of(ticket.number()))).getOrDefault(ticket.number(), List.of());
        return acts.stream()
                .map(Entry::event)
                .filter(TicketEvent.Merged.class::isInstance)
                .map(it -> ((TicketEvent.Merged) it).into())
                .reduce((_, later) -> later)
                .filter(it -> queue.find(it).isPresent());
    }

    /** What of it was said and done in public. */
    public List<Entry> told(Ticket ticket) {
        return timeline.of(ticket.number(), 0, LONGEST);
    }

    /** Where a file stands that came with something they may read: with the nth of all that they are told, for of others they know nothing. */
    public Timeline.Place withFile(Ticket ticket, int nth, int place) {
        var at = told(ticket).stream()
                .filter(Requests::isSaid)
                .skip(Math.max(0, nth - 1L))
                .limit(1)
                .filter(it -> it.attachments().stream().anyMatch(file -> file.place() == place))
                .findFirst()
                .map(it -> new Timeline.Place(ticket.number(), it.number()))
                .orElseThrow(Requests::isNotThere);
        Sight.whole(() -> timeline.file(at.ticket(), at.entry(), place))
                .orElseThrow(Requests::isNotThere)
                .requireFree();
        return at;
    }

    /**
     * Whether an entry's words and files are for those who ask: what was said to each other. An agent's words with another
     * act, such as an escalation, are for the next agent.
     */
    public static boolean isSaid(Entry entry) {
        return switch (entry.event()) {
            case TicketEvent.Opened _ -> true;
            case TicketEvent.Contacted _ -> true;
            case TicketEvent.Replied _ -> true;
            default -> false;
        };
    }

    /** Whether it is theirs to say how bad it is and that it is solved; who was copied in reads and writes. */
    public static boolean isAskedBy(Asker asker, Ticket ticket) {
        var organization = asker.requester().organization();
        return ticket.requester().equals(asker.requester().id())
                || asker.kind() == Kind.SUPER_USER
                        && organization != null
                        && organization.id().equals(ticket.organization());
    }

    /** Opens a ticket; what the charter has against it is said in its words. */
    public Ticket ask(NewTicket wish) {
        return whole(() -> desk.open(wish));
    }

    /** They write again: that reopens what was resolved, and goes on with what was closed as another ticket. */
    public Ticket write(Ticket ticket, NewMessage message, Requester from) {
        return whole(() -> desk.contact(ticket.number(), message, from.id(), Asking.CHANNEL));
    }

    public Ticket severity(Ticket ticket, String severity, Asker from) {
        requireAsked(ticket, from);
        return whole(() -> desk.severityAsked(
                ticket.number(), severity, Asking.CHANNEL, from.requester().id()));
    }

    /** It is solved indeed. */
    public Ticket confirm(Ticket ticket, Asker from) {
        requireAsked(ticket, from);
        return whole(() -> desk.confirm(ticket.number(), from.requester().id()));
    }

    private static void requireAsked(Ticket ticket, Asker from) {
        if (!isAskedBy(from, ticket)) {
            throw new ProblemException(new Problem.NotAllowed("That is for who asked it to say."));
        }
    }

    private static Ticket whole(Supplier<Ticket> work) {
        return Sight.whole(work);
    }

    private static ProblemException isNotThere() {
        return new ProblemException(new Problem.NotFound("There is no such request of yours."));
    }
}
