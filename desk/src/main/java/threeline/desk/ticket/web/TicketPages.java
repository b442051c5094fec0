package threeline.desk.ticket.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agents;
import threeline.desk.people.Requesters;
import threeline.desk.people.access.SignedIn;
import threeline.desk.ticket.Departures;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Originals;
import threeline.desk.ticket.Process;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketPanel;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;
import threeline.desk.web.Frame;
import threeline.desk.web.Moments;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Hold;
import threeline.promises.charter.Stage;
import threeline.promises.sla.Metric;

/** Puts a ticket's page together, or what of it has changed. */
@Component
@Transactional(readOnly = true)
class TicketPages {

    /** Beyond it the oldest are left away; no believable ticket comes near. */
    private static final int LONGEST = 5000;

    private final TicketQueue queue;
    private final Timeline timeline;
    private final Requesters requesters;
    private final Charters charters;
    private final Faces faces;
    private final Agents agents;
    private final Beside beside;

    TicketPages(
            TicketQueue queue,
            Timeline timeline,
            Requesters requesters,
            Charters charters,
            Faces faces,
            Agents agents,
            Beside beside) {
        this.queue = queue;
        this.timeline = timeline;
        this.requesters = requesters;
        this.charters = charters;
        this.faces = faces;
        this.agents = agents;
        this.beside = beside;
    }

    /** What stands beside the timeline itself: what others say, how mails came, and what has not left. */
    @Component
    record Beside(List<TicketPanel> panels, Originals originals, Departures departures) {}

    /** The whole page's matter. */
    TicketView whole(TicketNumber number, Frame frame) {
        return since(number, 0, frame);
    }

    /** The same with only the entries that came after this one. */
    TicketView since(TicketNumber number, int seen, Frame frame) {
        var ticket = queue.find(number)
                .orElseThrow(() ->
                        new ProblemException(new Problem.NotFound("This desk has no ticket %s.".formatted(number))));
        return view(ticket, timeline.of(number, 0, LONGEST), seen, frame);
    }

    private TicketView view(Ticket ticket, List<Entry> told, int seen, Frame frame) {
        var charter = charters.current().charter();
        var words = new DeskWords(charter);
        var requester = requesters.get(ticket.requester());
        var moments = new Moments(charter.zone(), frame.now());
        return new TicketView(
                ticket,
                words.reference(ticket.number()),
                signs(ticket, words),
                requester,
                choices(ticket, words),
                new ActChoices(ticket, requester, words, parts(), moments).of(Past.of(told)),
                entries(new EntryViews(ticket, requester, words, faces, moments, bodies(ticket)), told, seen),
                leaving(ticket, moments),
                told.isEmpty() ? 0 : told.getLast().number(),
                beside.panels().stream()
                        .map(panel -> panel.show(ticket, told, frame))
                        .toList());
    }

    private List<LeavingView> leaving(Ticket ticket, Moments moments) {
        var me = SignedIn.current().map(actor -> actor.agent().id());
        return beside.departures().of(ticket.number()).stream()
                .map(it -> LeavingView.of(it, faces.name(it.by()), me, moments))
                .toList();
    }

    private Bodies bodies(Ticket ticket) {
        return new Bodies(ticket.number(), beside.originals().of(ticket.number()));
    }

    /** The roles of the charter that whoever looks plays. */
    private Set<String> parts() {
        return SignedIn.current()
                .map(actor -> agents.partsOf(actor.agent().id()))
                .orElse(Set.of());
    }

    private static List<EntryView> entries(EntryViews views, List<Entry> told, int seen) {
        var lastSeen = told.stream()
                .filter(entry -> entry.number() <= seen)
                .map(entry -> views.moments().dateThere(entry.at()))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return views.of(told.stream().filter(entry -> entry.number() > seen).toList(), lastSeen);
    }

    private TicketView.Signs signs(Ticket it, DeskWords words) {
        var continues = it.continues();
        return new TicketView.Signs(
                words.severity(it.severity()),
                words.tier(it.tier(), it.group()),
                it.hold() == null ? null : words.hold(it.hold()),
                faces.nameOrNull(it.agent()),
                continues == null ? null : words.reference(continues));
    }

    private TicketView.Choices choices(Ticket ticket, DeskWords words) {
        return new TicketView.Choices(
                words.severities(),
                words.charter().holds().values().stream()
                        .map(hold -> hold(hold, words))
                        .toList(),
                faces.all(),
                Process.of(words.charter(), ticket.stage()).before(Stage.By.RESOLVED).stream()
                        .map(Stage::name)
                        .toList());
    }

    private static TicketView.HoldView hold(Hold hold, DeskWords words) {
        var pauses = hold.pauses().stream().sorted().map(Metric::word).collect(Collectors.joining(", "));
        return new TicketView.HoldView(
                hold.id(), words.hold(hold.id()), pauses.isEmpty() ? "pauses nothing" : "pauses " + pauses);
    }
}
