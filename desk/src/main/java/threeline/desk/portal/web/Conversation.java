package threeline.desk.portal.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threeline.desk.mail.Portions;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;
import threeline.desk.portal.Requests;
import threeline.desk.portal.web.RequestView.Event;
import threeline.desk.portal.web.RequestView.File;
import threeline.desk.portal.web.RequestView.Said;
import threeline.desk.portal.web.RequestView.Told;
import threeline.desk.ticket.Attachment;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.web.Initials;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Hold;
import threeline.promises.charter.Severity;
import threeline.promises.tier.Escalation;

/**
 * Tells what was said and done in public. Words are shown of what was said to each other and of nothing else, whatever
 * an act carries besides: an agent's words with an escalation are for the next agent.
 */
record Conversation(
        Ticket ticket,
        List<Entry> entries,
        Reader reader,
        Map<RequesterId, Requester> people,
        Map<AgentId, Agent> agents) {

    List<Told> told() {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::number))
                .flatMap(it -> told(it).stream())
                .toList();
    }

    private Optional<Told> told(Entry it) {
        return switch (it.event()) {
            case TicketEvent.Opened(var _, var channel, var _, var _, var _) -> said(it, "public", channel);
            case TicketEvent.Contacted(var channel, var _) -> said(it, "public", channel);
            case TicketEvent.Replied _ -> said(it, "reply", null);
            case TicketEvent.Held(var hold) -> happened(it, "hold", "pause", "event.held", Reader.within(hold(hold)));
            case TicketEvent.Resumed _ -> happened(it, "hold", "play", "event.resumed");
            case TicketEvent.HoldEnded _ -> happened(it, "hold", "play", "event.resumed");
            case TicketEvent.SeverityChanged(var _, var to) ->
                happened(it, "severity", "flame", "event.severity", severity(to));
            case TicketEvent.Rose(var _, var to) -> happened(it, "severity", "flame", "event.severity", severity(to));
            case TicketEvent.Escalated(var to, var because) -> escalated(it, to, because);
            case TicketEvent.Climbed(var _, var to) ->
                happened(
                        it,
                        "escalation",
                        "up",
                        "event.escalated.for",
                        statuses().tier(to),
                        reader.say("reason.stayed-too-long"));
            case TicketEvent.Returned(var to, var _) ->
                happened(it, "escalation", "down", "event.returned", statuses().tier(to));
            case TicketEvent.Resolved _ -> happened(it, "met", "check-circle", "event.resolved");
            case TicketEvent.Reopened _ -> happened(it, "public", "inbox", "event.reopened");
            case TicketEvent.Closed _ ->
                happened(
                        it,
                        "met",
                        "lock",
                        it.author() instanceof Author.OfRequester ? "event.confirmed" : "event.closed");
            case TicketEvent.Lapsed _ -> happened(it, "met", "lock", "event.closed");
            default -> Optional.empty();
        };
    }

    private Statuses statuses() {
        return new Statuses(reader);
    }

    private Optional<Told> escalated(Entry it, String to, String because) {
        return to.equals(Escalation.PROJECT)
                ? happened(it, "escalation", "up", "event.project")
                : happened(
                        it,
                        "escalation",
                        "up",
                        "event.escalated.for",
                        statuses().tier(to),
                        reason(because));
    }

    /** The charter's words, which it has for whoever asked. */
    private String reason(String because) {
        return reader.charter().tiers().stream()
                .flatMap(tier -> Stream.ofNullable(tier.escalation()))
                .flatMap(way -> Stream.ofNullable(way.reasons().get(because)))
                .findFirst()
                .map(Reader::within)
                .orElseGet(() -> reader.speech().has("reason." + because)
                        ? reader.say("reason." + because)
                        : reader.say("reason.by-judgement"));
    }

    private Optional<Told> happened(Entry it, String kind, String icon, String key, Object... what) {
        return Optional.of(new Told(reader.when(it.at()), null, new Event(kind, icon, reader.say(key, what))));
    }

    private Optional<Told> said(Entry it, String kind, @Nullable String channel) {
        var who = writer(it.author());
        var said = new Said(
                kind,
                Initials.of(who),
                isReader(it.author()) ? reader.say("you") : who,
                channel == null ? "" : channel(channel),
                body(it, channel),
                it.attachments().stream().map(file -> file(it, file)).toList());
        return Optional.of(new Told(reader.when(it.at()), said, null));
    }

    private boolean isReader(Author author) {
        return author instanceof Author.OfRequester(var id)
                && id.equals(reader.requester().id());
    }

    private String writer(Author author) {
        return switch (author) {
            case Author.OfRequester(var id) -> name(people.get(id));
            case Author.OfAgent(var id) ->
                Optional.ofNullable(agents.get(id))
                        .map(Agent::name)
                        .orElse(reader.charter().name());
            case Author.OfDesk() -> reader.charter().name();
        };
    }

    /** Whom this reader may not know by name is somebody of theirs all the same. */
    private String name(@Nullable Requester known) {
        return known == null ? reader.say("somebody") : known.name();
    }

    private String channel(String name) {
        var by = by(name);
        return by == null ? "" : reader.say("channel." + by);
    }

    private Channel.@Nullable By by(String name) {
        return reader.charter()
                .channel(name)
                .map(Channel::by)
                .or(() -> Channel.By.of(name))
                .orElse(null);
    }

    private String hold(String id) {
        return reader.charter().hold(id).map(Hold::name).orElse(reader.say("status.waits"));
    }

    private String severity(String id) {
        return reader.charter().severities().find(id).map(Severity::name).orElse(id);
    }

    /** Only mail programs put things below what people write; words that are all quotation are what was said. */
    private RequestView.Body body(Entry it, @Nullable String channel) {
        var text = Objects.requireNonNullElse(it.text(), "");
        var portions = channel != null && by(channel) == Channel.By.EMAIL
                ? Portions.of(ticket.subject(), text)
                : Portions.whole(text);
        var said = portions.visible().isBlank() ? Portions.whole(text) : portions;
        return new RequestView.Body(paragraphs(said.visible()), paragraphs(said.quoted() + "\n\n" + said.signature()));
    }

    private static List<List<String>> paragraphs(String text) {
        return Arrays.stream(text.strip().split("\n\\s*\n"))
                .filter(it -> !it.isBlank())
                .map(it -> it.lines().toList())
                .toList();
    }

    private File file(Entry entry, Attachment file) {
        var nth = entries.stream()
                .filter(it -> Requests.isSaid(it) && it.number() <= entry.number())
                .count();
        var path = "/portal/requests/%s/entries/%d/files/%d".formatted(ticket.number(), nth, file.place());
        return new File(path, file.name(), size(file.size()));
    }

    private String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? (bytes + 500) / 1000 + " kB"
                : String.format(reader.speech().locale(), "%.1f MB", bytes / 1e6);
    }
}
