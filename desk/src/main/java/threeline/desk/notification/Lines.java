package threeline.desk.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

/** What the desk's people are told, in a line each. */
record Lines(Charter charter, Map<AgentId, Agent> agents) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);
    private static final int LONGEST = 200;

    String of(Happened it) {
        var line = said(it) + by(it.entry());
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private String said(Happened it) {
        return switch (it.entry().event()) {
            case TicketEvent.Opened opened -> "New: " + severity(opened.severity());
            case TicketEvent.Contacted(var _, var voicemail) ->
                voicemail ? "The requester left a voicemail" : "The requester got in touch";
            case TicketEvent.Assigned _ -> "Given to you";
            case TicketEvent.Routed(var group) -> "Given to " + group(group);
            case TicketEvent.Escalated(var to, var because) ->
                "Escalated to %s: %s".formatted(tier(to), reason(because));
            case TicketEvent.Climbed(var from, var to) ->
                "Escalated to %s: it stayed too long on %s".formatted(tier(to), tier(from));
            case TicketEvent.Returned(var to, var because) -> "Returned to %s: %s".formatted(tier(to), because);
            case TicketEvent.HandedOver(var from, var to) ->
                "Handed over from %s to %s".formatted(group(from), group(to));
            case TicketEvent.Consulted(var whom) -> tier(whom) + " is consulted";
            case TicketEvent.Rose(var from, var to) ->
                "Severity rose to %s, was %s".formatted(severity(to), severity(from));
            case TicketEvent.SeverityChanged(var from, var to) ->
                "Severity %s, was %s".formatted(severity(to), severity(from));
            case TicketEvent.VendorAsked(var vendor) -> "Brought to " + vendor(vendor);
            case TicketEvent.VendorReplied _ -> "The vendor answered";
            case TicketEvent.VendorChased(var vendor) -> vendor(vendor) + " has not answered and is asked again";
            case TicketEvent.Reminded _ -> reminder(it.entry().text());
            case TicketEvent.OfPromise promise -> ofPromise(promise);
            default -> it.notice().what().title();
        };
    }

    private String ofPromise(TicketEvent.OfPromise event) {
        var name = name(event.promise());
        return switch (event) {
            case TicketEvent.Warned(var _, var percent) -> "%d %% of the time for %s is used".formatted(percent, name);
            case TicketEvent.Late _ -> "Late: " + name;
            case TicketEvent.Breached _ -> "Breached: " + name;
            case TicketEvent.Alerted _ -> "Alert: the limit of " + name;
            case TicketEvent.DueMoved(var _, var from, var to) ->
                "Due %s instead of %s: %s".formatted(moment(to), moment(from), name);
            case TicketEvent.Met _ -> "Kept: " + name;
            case TicketEvent.Ended _ -> "Ended: " + name;
        };
    }

    private static String name(PromiseName promise) {
        return promise.metric().replace('-', ' ') + (promise.aim() ? ", an aim" : "");
    }

    private static String reminder(@Nullable String text) {
        return text == null || text.isBlank()
                ? "Reminder"
                : "Reminder: " + text.strip().replaceAll("\\s+", " ");
    }

    private String by(Entry entry) {
        return entry.author() instanceof Author.OfAgent(var id) && agents.containsKey(id)
                ? ", by " + agents.get(id).name()
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
        return at == null ? "at no set time" : WHEN.format(at.atZone(charter.zone()));
    }
}
