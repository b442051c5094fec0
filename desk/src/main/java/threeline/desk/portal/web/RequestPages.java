package threeline.desk.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.portal.Asking;
import threeline.desk.portal.Requests;
import threeline.desk.portal.Told;
import threeline.desk.portal.web.RequestView.Choices;
import threeline.desk.portal.web.RequestView.Fact;
import threeline.desk.portal.web.RequestView.Head;
import threeline.desk.portal.web.RequestView.Step;
import threeline.desk.tenant.Sight;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.promises.charter.Severity;

/** Puts the page of one request together. */
@Component
class RequestPages {

    private final Requests requests;
    private final Requesters requesters;
    private final Agents agents;
    private final Told told;
    private final Asking asking;
    private final PortalPages pages;

    RequestPages(Requests requests, Requesters requesters, Agents agents, Told told, Asking asking, PortalPages pages) {
        this.requests = requests;
        this.requesters = requesters;
        this.agents = agents;
        this.told = told;
        this.asking = asking;
        this.pages = pages;
    }

    /** What was typed and could not be taken, and why. */
    record Refused(@Nullable String why, String written) {

        static final Refused NOTHING = new Refused(null, "");
    }

    RequestView page(Ticket ticket, Reader reader, Refused refused) {
        var entries = requests.told(ticket);
        var statuses = new Statuses(reader);
        var people = people(entries);
        return new RequestView(
                pages.page(reader, "requests"),
                head(ticket, statuses),
                steps(ticket, entries, statuses),
                new Conversation(ticket, entries, reader, people, agents(entries)).told(),
                told.of(ticket).stream().map(statuses::promise).toList(),
                facts(ticket, reader, people),
                choices(ticket, reader, refused));
    }

    private static Head head(Ticket ticket, Statuses statuses) {
        return new Head(
                ticket.number().value(),
                PortalPages.subject(ticket, statuses.reader()),
                ticket.number().reference(statuses.reader().charter().prefix()),
                ticket.status().word(),
                Statuses.icon(ticket),
                statuses.line(ticket) + ".");
    }

    /** Received, the tiers that it was on, and solved. */
    private static List<Step> steps(Ticket ticket, List<Entry> entries, Statuses statuses) {
        var reader = statuses.reader();
        var over = !ticket.status().unresolved();
        var steps = new ArrayList<Step>();
        steps.add(new Step("done", "check", reader.say("step.received"), reader.when(ticket.openedAt())));
        var moves = entries.stream().filter(it -> to(it.event()) != null).toList();
        moves.stream()
                .limit(Math.max(0, moves.size() - 1))
                .skip(Math.max(0, moves.size() - 2))
                .forEach(it -> steps.add(new Step(
                        "done", "check", statuses.tier(Objects.requireNonNull(to(it.event()))), reader.when(it.at()))));
        var since = moves.isEmpty() ? ticket.openedAt() : moves.getLast().at();
        steps.add(new Step(
                over ? "done" : "now",
                over ? "check" : ticket.status() == Status.HELD ? "pause" : "inbox",
                statuses.tier(ticket.tier()),
                over ? reader.when(since) : reader.say("step.since", reader.when(since))));
        var resolvedAt = ticket.resolvedAt();
        steps.add(new Step(
                over ? "done" : "todo",
                over ? "check" : "",
                reader.say("step.solved"),
                over && resolvedAt != null ? reader.when(resolvedAt) : ""));
        return steps;
    }

    private static @Nullable String to(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Escalated(var to, var _) -> to;
            case TicketEvent.Climbed(var _, var to) -> to;
            case TicketEvent.Returned(var to, var _) -> to;
            default -> null;
        };
    }

    private List<Fact> facts(Ticket ticket, Reader reader, Map<RequesterId, Requester> people) {
        var charter = reader.charter();
        var by = people.get(ticket.requester());
        var category = ticket.about().category();
        var application = ticket.about().application();
        return Stream.of(
                        new Fact(reader.say("fact.by"), by == null ? reader.say("somebody") : by.name()),
                        new Fact(
                                reader.say("fact.severity"),
                                charter.severities()
                                        .find(ticket.severity())
                                        .map(Severity::name)
                                        .orElse(ticket.severity())),
                        new Fact(
                                reader.say("fact.category"),
                                category == null
                                                || !charter.waysIn()
                                                        .categories()
                                                        .containsKey(category)
                                        ? ""
                                        : charter.waysIn()
                                                .categories()
                                                .get(category)
                                                .name()),
                        new Fact(
                                reader.say("fact.application"),
                                application == null
                                        ? ""
                                        : charter.waysIn().applications().getOrDefault(application, application)))
                .filter(it -> !it.value().isEmpty())
                .toList();
    }

    private Choices choices(Ticket ticket, Reader reader, Refused refused) {
        var status = ticket.status().word();
        var isTheirs = Requests.isAskedBy(reader.asker(), ticket);
        var changes = isTheirs && ticket.status().unresolved()
                ? asking.changes(reader.requester()).stream()
                        .filter(it -> !it.severity().id().equals(ticket.severity()))
                        .toList()
                : List.<Asking.Choice>of();
        return new Choices(
                isTheirs && ticket.status() == Status.RESOLVED,
                reader.say("reply." + status),
                reader.say("reply.hint." + status),
                new SeverityCards(reader).of(changes, null),
                refused.why(),
                refused.written());
    }

    private Map<RequesterId, Requester> people(List<Entry> entries) {
        return requesters.all(entries.stream()
                .flatMap(it -> it.author() instanceof Author.OfRequester(var id) ? Stream.of(id) : Stream.empty())
                .distinct()
                .toList());
    }

    /** By name alone: what else is known of the desk's people is the desk's. */
    private Map<AgentId, Agent> agents(List<Entry> entries) {
        var ids = entries.stream()
                .flatMap(it -> it.author() instanceof Author.OfAgent(var id) ? Stream.of(id) : Stream.empty())
                .distinct()
                .toList();
        return Sight.whole(() -> agents.all(ids));
    }
}
