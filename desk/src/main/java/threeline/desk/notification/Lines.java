package threeline.desk.notification;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.PromiseName;
import threeline.desk.ticket.TicketEvent;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Severity;
import threeline.promises.charter.Vendor;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** What the desk's people are told, in a line each, in the language of one of them. */
record Lines(Charter charter, Map<AgentId, Agent> agents, Language language) {

    private static final int LONGEST = 200;

    String of(Happened it) {
        var line = said(it) + by(it.entry());
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private String said(Happened it) {
        return switch (it.entry().event()) {
            case TicketEvent.Opened opened -> say("opened", severity(opened.severity()));
            case TicketEvent.Contacted(var _, var voicemail) -> say(voicemail ? "voicemail" : "contacted");
            case TicketEvent.Assigned _ -> say("assigned");
            case TicketEvent.Routed(var group) -> say("routed", group(group));
            case TicketEvent.Escalated(var to, var because) -> say("escalated", tier(to), reason(because));
            case TicketEvent.Climbed(var from, var to) -> say("climbed", tier(to), tier(from));
            case TicketEvent.Returned(var to, var because) -> say("returned", tier(to), because);
            case TicketEvent.HandedOver(var from, var to) -> say("handed-over", group(from), group(to));
            case TicketEvent.Consulted(var whom) -> say("consulted", tier(whom));
            case TicketEvent.Rose(var from, var to) -> say("rose", severity(to), severity(from));
            case TicketEvent.SeverityChanged(var from, var to) -> say("severity-changed", severity(to), severity(from));
            case TicketEvent.VendorAsked(var vendor) -> say("vendor-asked", vendor(vendor));
            case TicketEvent.VendorReplied _ -> say("vendor-replied");
            case TicketEvent.VendorChased(var vendor) -> say("vendor-chased", vendor(vendor));
            case TicketEvent.Reminded _ -> reminder(it.entry().text());
            case TicketEvent.OfPromise promise -> ofPromise(promise);
            default -> say(it.notice().what().word());
        };
    }

    private String say(String key, Object... what) {
        return language.say("line." + key, what);
    }

    private String ofPromise(TicketEvent.OfPromise event) {
        var name = name(event.promise());
        return switch (event) {
            case TicketEvent.Warned(var _, var percent) -> say("warned", percent, name);
            case TicketEvent.Late _ -> say("late", name);
            case TicketEvent.Breached _ -> say("breached", name);
            case TicketEvent.Alerted _ -> say("alerted", name);
            case TicketEvent.DueMoved(var _, var from, var to) -> say("due-moved", moment(to), moment(from), name);
            case TicketEvent.Met _ -> say("met", name);
            case TicketEvent.Ended _ -> say("ended", name);
        };
    }

    private String name(PromiseName promise) {
        var name = say("promise." + promise.metric());
        return promise.aim() ? say("aim", name) : name;
    }

    private String reminder(@Nullable String text) {
        return text == null || text.isBlank()
                ? say("reminded")
                : say("reminded.of", text.strip().replaceAll("\\s+", " "));
    }

    private String by(Entry entry) {
        return entry.author() instanceof Author.OfAgent(var id) && agents.containsKey(id)
                ? say("by", agents.get(id).name())
                : "";
    }

    private String severity(String id) {
        return charter.severities().find(id).map(Severity::name).orElse(id);
    }

    private String group(String id) {
        return charter.ladder().group(id).map(Group::name).orElse(id);
    }

    private String tier(String id) {
        return charter.ladder().tier(id).map(Tier::name).orElse(id);
    }

    private String vendor(String id) {
        return Optional.ofNullable(charter.offers().vendors().get(id))
                .map(Vendor::name)
                .orElse(id);
    }

    private String reason(String id) {
        return charter.tiers().stream()
                .flatMap(tier -> Optional.ofNullable(tier.escalation()).stream())
                .flatMap(way -> Optional.ofNullable(way.reasons().get(id)).stream())
                .findFirst()
                .orElse(id.replace('-', ' '));
    }

    private String moment(@Nullable Instant at) {
        return at == null ? say("no-time") : language.brief(at, charter.zone());
    }
}
