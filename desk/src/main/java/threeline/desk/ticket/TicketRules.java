package threeline.desk.ticket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Contracts;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.Organizations;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Entrance;
import threeline.promises.charter.Stage;

/** What the charter in force says to a ticket: where it starts, how bad it is, what it may wait for. */
@Component
class TicketRules {

    private static final int LONGEST_SUBJECT = 500;

    private static final String OVERFLOW = "overflow";

    private final Charters charters;
    private final Requesters requesters;
    private final Agents agents;
    private final Organizations organizations;
    private final Contracts contracts;

    TicketRules(
            Charters charters, Contracts contracts, Requesters requesters, Agents agents, Organizations organizations) {
        this.charters = charters;
        this.contracts = contracts;
        this.requesters = requesters;
        this.agents = agents;
        this.organizations = organizations;
    }

    /** From here to the end of the transaction the same rules hold; asked before any ticket is locked. */
    void holdStill() {
        charters.holdStill();
    }

    /** Time as acts are dated by, which are judged by these rules. */
    InstantSource before(InstantSource clock) {
        return charters.before(clock);
    }

    /** Now, or just after the last change of what rules promises, where this node's clock is behind that. */
    Instant afterRuling(Instant now) {
        return charters.afterRuling(now);
    }

    /** A ticket to be, and the first thing on its timeline. */
    record Opening(Ticket ticket, NewEntry entry) {}

    /** @param past whether it is taken over from elsewhere, where it was let in already */
    Opening opening(NewTicket wish, @Nullable TicketNumber continues, Instant at, boolean past) {
        var charter = charters.current().charter();
        var severity = severity(charter, wish);
        var message = new NewMessage(
                subject(wish.message()), wish.message().text(), wish.message().attachments());
        var who = requesters.get(wish.requester());
        var organization =
                who.organization() == null ? null : who.organization().id();
        if (!past && !wish.live() && !isOwnProgram(charter, wish.channel())) {
            admit(who, wish.channel(), severity, at);
        }
        var about = about(charter, wish.about(), who);
        var request = new Request(
                message.subject() == null ? "" : message.subject(),
                wish.requester(),
                organization,
                wish.channel(),
                about,
                at,
                continues);
        var opened = new TicketEvent.Opened(severity, wish.channel(), wish.live(), about, organization);
        return new Opening(
                unjudged(request, severity, Process.first(charter)),
                new NewEntry(opened, Author.of(wish.requester()), message));
    }

    /** Refused, in the charter's words, where this requester may not come in by this channel with this severity now. */
    private void admit(Requester who, String channel, String severity, Instant at) {
        against(who, channel, severity, at).ifPresent(words -> {
            throw new ProblemException(new Problem.NotAllowed(words));
        });
    }

    /** What the charter has against a wish, in words for whoever asks; they are an agent's to say to a caller. */
    Optional<String> against(NewTicket wish, Instant at) {
        var severity = severity(charters.current().charter(), wish);
        return against(requesters.get(wish.requester()), wish.channel(), severity, at);
    }

    private Optional<String> against(Requester who, String channel, String severity, Instant at) {
        var organization =
                who.organization() == null ? null : who.organization().id();
        var entrance = Entrance.of(
                contracts.promised(charters.current().charter(), organization), channel, severity, who.roles(), at);
        return entrance instanceof Entrance.Refused refused ? Optional.of(refused.words()) : Optional.empty();
    }

    /** Programs of the desk itself may open anything, where the charter does not say how programs come in. */
    private static boolean isOwnProgram(Charter charter, String channel) {
        return channel.equals(Channel.By.API.toString())
                && charter.channels().values().stream().noneMatch(it -> it.by() == Channel.By.API);
    }

    /** Refused where the charter does not let requesters change a severity by this channel, or not to this one. */
    void checkChange(RequesterId from, String severity, String channel, Instant at) {
        var charter = charters.current().charter();
        ActRules.known("severity", severity, ActRules.severities(charter));
        if (charter.channel(channel).filter(it -> it.severity().change()).isEmpty()) {
            throw new ProblemException(new Problem.NotAllowed(
                    "How bad it is can't be changed this way. Write to us what has changed, and we see to it."));
        }
        admit(requesters.get(from), channel, severity, at);
    }

    /** Until the database has given it its own number, and the keeper of promises a place. */
    private static Ticket unjudged(Request request, String severity, @Nullable String stage) {
        var situation = new Situation(Status.OPEN, severity, null, "", null);
        var at = request.openedAt();
        return new Ticket(new TicketNumber(1), request, situation, null, stage, at, null, 1, null, null);
    }

    /** What was said of it, if the charter knows such things; the requester's language where nobody said another. */
    private static About about(Charter charter, About it, Requester who) {
        if (it.category() != null) {
            ActRules.known(
                    "category", it.category(), charter.waysIn().categories().keySet());
        }
        if (it.application() != null) {
            ActRules.known(
                    "application",
                    it.application(),
                    charter.waysIn().applications().keySet());
        }
        var language = it.language() == null ? who.language() : it.language();
        return new About(it.category(), it.application(), language, it.person());
    }

    /** Where a ticket that came to its tier must go on at once, because too many wait there already. */
    Optional<TicketEvent.Escalated> overflow(Ticket ticket, WaitingOn waiting) {
        return charters.current()
                .charter()
                .ladder()
                .tier(ticket.tier())
                .map(tier -> tier.overflow())
                .filter(over -> ticket.status() == Status.OPEN
                        && waiting.count(ticket.tier(), over.waiting()) >= over.waiting())
                .map(over -> new TicketEvent.Escalated(over.to(), OVERFLOW));
    }

    /** How many open tickets a tier has, counted up to so many. */
    interface WaitingOn {
        int count(String tier, int most);
    }

    /** Refused where the charter does not let this agent do this to this ticket. */
    void check(Ticket ticket, TicketEvent.Act act, AgentId by) {
        new ActRules(charters.current().charter(), ticket, new Known(by)).check(act);
    }

    private final class Known implements ActRules.People {

        private final AgentId by;

        Known(AgentId by) {
            this.by = by;
        }

        @Override
        public Set<String> parts() {
            return agents.partsOf(by);
        }

        @Override
        public @Nullable String organization(@Nullable OrganizationId id) {
            return id == null ? null : organizations.key(id);
        }
    }

    /** The stage of the process that comes about with an act. */
    Optional<TicketEvent.Advanced> following(Ticket ticket, TicketEvent event) {
        return Process.of(charters.current().charter(), ticket).following(event);
    }

    /** The stages still ahead of the ticket that come before an act. */
    List<Stage> before(Ticket ticket, Stage.By act) {
        return Process.of(charters.current().charter(), ticket).before(act);
    }

    /** What a closed ticket's requester asks when they write again. */
    NewTicket continuing(Ticket closed, NewMessage message, RequesterId from, String channel) {
        var subject = message.subject() == null ? closed.subject() : message.subject();
        var words = new NewMessage(subject, message.text(), message.attachments());
        return new NewTicket(from, channel, null, false, closed.about(), words);
    }

    private static String severity(Charter charter, NewTicket wish) {
        if (wish.severity() != null) {
            ActRules.known("severity", wish.severity(), ActRules.severities(charter));
            return wish.severity();
        }
        return charter.channel(wish.channel())
                .map(channel -> channel.severity().given())
                .orElseGet(() -> charter.defaultSeverity().id());
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
}
