package threeline.desk.ticket.web;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import threeline.desk.ticket.TicketEvent;

/** What people did to a ticket, in this desk's words; who did it and what they wrote beside it follow. */
record ActWords(String kind, String icon, String bold, String rest) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    static ActWords of(TicketEvent.Act act, DeskWords words) {
        return switch (act) {
            case TicketEvent.Replied _ -> plain("reply", "Replied", "");
            case TicketEvent.Noted _ -> plain("lock", "Noted", "");
            case TicketEvent.Assigned _ -> plain("user", "Assigned", "");
            case TicketEvent.Called(var reached) ->
                plain("phone", reached ? "Called the requester" : "Called, and did not reach them", "");
            case TicketEvent.Logged(var spent) -> plain("clock", length(spent) + " of handling", "");
            case TicketEvent.Held(var hold) -> new ActWords("hold", "pause", "On hold: " + words.hold(hold), "");
            case TicketEvent.Resumed _ -> plain("play", "Off hold", "");
            case TicketEvent.SeverityChanged(var from, var to) ->
                plain(
                        "tag",
                        "Severity " + words.severity(to).name(),
                        ", was " + words.severity(from).name());
            case TicketEvent.Routed(var group) -> plain("user", "Given to " + words.group(group), "");
            case TicketEvent.Accepted _ -> new ActWords("handover", "check", "Handover accepted", "");
            case TicketEvent.Escalated(var to, var because) ->
                new ActWords("escalation", "up", "Escalated to " + words.tierName(to), ": " + words.reason(because));
            case TicketEvent.Returned(var to, var because) ->
                plain("handover", "Returned to " + words.tierName(to), ": " + because);
            case TicketEvent.Consulted(var whom) -> plain("user", "Consulted " + words.whom(whom), "");
            case TicketEvent.Extended(var more, var timebox, var because) ->
                plain(
                        "hourglass",
                        "%s longer %s".formatted(more, timebox ? "in its time-box" : "here"),
                        ": " + because);
            case TicketEvent.Did(var what, var on) ->
                plain("check", words.act(what), on == null ? "" : ": " + DATE.format(on));
            case TicketEvent.Advanced(var stage) -> plain("check", words.stage(stage), "");
            case TicketEvent.Skipped(var stage, var because) ->
                plain("tag", "Skipped: " + words.stage(stage), ", because " + because);
            case TicketEvent.VendorAsked(var vendor) -> plain("mail", "Brought to " + words.vendor(vendor), "");
            case TicketEvent.VendorReferred(var reference) -> plain("tag", "Vendor's reference " + reference, "");
            case TicketEvent.VendorReplied _ -> plain("mail", "The vendor answered", "");
            case TicketEvent.ReminderSet(var at, var group) ->
                plain("clock", group ? "Reminder for the group" : "Reminder", ": " + words.moment(at));
            case TicketEvent.Merged(var into) -> plain("inbox", "Goes on as " + words.reference(into), "");
            case TicketEvent.Joined(var from) -> plain("inbox", "Goes on here: " + words.reference(from), "");
            case TicketEvent.Resolved(var as) ->
                new ActWords(
                        "kept",
                        "check-circle",
                        "Resolved",
                        as == null ? "" : " as " + as.name().toLowerCase(Locale.ROOT));
            case TicketEvent.Reopened _ -> new ActWords("escalation", "inbox", "Reopened", "");
            case TicketEvent.Closed _ -> plain("lock", "Closed", "");
        };
    }

    private static ActWords plain(String icon, String bold, String rest) {
        return new ActWords("plain", icon, bold, rest);
    }

    private static String length(Duration spent) {
        var hours = spent.toHours();
        var minutes = spent.toMinutesPart();
        return hours == 0 ? minutes + " min" : "%d h %02d min".formatted(hours, minutes);
    }
}
