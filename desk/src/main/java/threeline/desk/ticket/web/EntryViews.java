package threeline.desk.ticket.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Requester;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.PromiseName;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.web.EntryView.Happened;
import threeline.desk.ticket.web.EntryView.Said;
import threeline.desk.ticket.web.EntryView.What;
import threeline.desk.ticket.web.EntryView.Writer;
import threeline.desk.web.Initials;
import threeline.desk.web.Moments;

/** Tells a timeline in this desk's words. */
record EntryViews(Ticket ticket, Requester requester, DeskWords words, Faces faces, Moments moments, Bodies bodies) {

    /** In the order in which it happened; the first of each day after {@code last} heads that day. */
    List<EntryView> of(List<Entry> entries, LocalDate last) {
        var views = new ArrayList<EntryView>();
        var day = last;
        for (var entry : entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::number))
                .toList()) {
            var date = moments.dateThere(entry.at());
            views.add(view(entry, date.isAfter(day)));
            day = date.isAfter(day) ? date : day;
        }
        return views;
    }

    private EntryView view(Entry entry, boolean headsDay) {
        var at = entry.at();
        var day = headsDay ? new EntryView.Day("day-" + moments.dateThere(at), moments.day(at)) : null;
        var when = new EntryView.When(at.toString(), moments.clock(at), moments.date(at) + " " + moments.clock(at));
        var what = what(entry);
        return new EntryView(entry.number(), day, when, what, news(what));
    }

    private static String news(What what) {
        return switch (what) {
            case Said said -> "%s, %s".formatted(said.writer().name(), said.how());
            case Happened happened -> happened.bold() + happened.rest();
        };
    }

    private What what(Entry it) {
        return switch (it.event()) {
            case TicketEvent.Opened opened -> ofRequester(it, words.channel(opened.channel()));
            case TicketEvent.Contacted(var channel, var voicemail) ->
                voicemail ? said("public", it, "phone", "left a voicemail") : ofRequester(it, words.channel(channel));
            case TicketEvent.Echoed(var why) -> said("public", it, "robot", "automatic mail, " + why);
            case TicketEvent.Act act -> act(it, act);
            case TicketEvent.ByItself event -> byItself(it, event);
        };
    }

    private What act(Entry it, TicketEvent.Act act) {
        return switch (act) {
            case TicketEvent.Replied _ -> said("reply", it, "reply", "reply to " + requester.name());
            case TicketEvent.Noted _ -> said("note", it, "lock", "internal note");
            case TicketEvent.VendorReplied _ ->
                new Said("vendor", writer("The vendor", false), "mail", "for the desk alone", body(it));
            case TicketEvent.Assigned(var to) ->
                to == null
                        ? happened("plain", "user", "Given back to the group", by(it))
                        : happened("plain", "user", "Assigned to " + faces.name(to), by(it));
            default -> {
                var told = ActWords.of(act, words);
                yield happened(told.kind(), told.icon(), told.bold(), told.rest() + by(it) + quoted(it));
            }
        };
    }

    /** What was written beside an act. */
    private static String quoted(Entry it) {
        return it.text() == null || it.text().isBlank() ? "" : ": " + it.text().strip();
    }

    private What byItself(Entry it, TicketEvent.ByItself event) {
        return switch (event) {
            case TicketEvent.HandedOver(var from, var to) ->
                happened(
                        "handover",
                        "handover",
                        "Handed over",
                        " from %s to %s".formatted(words.group(from), words.group(to)));
            case TicketEvent.Climbed(var from, var to) ->
                happened(
                        "escalation",
                        "up",
                        "Escalated to " + words.tierName(to),
                        ": it stayed too long on " + words.tierName(from));
            case TicketEvent.TimeboxPassed(var tier) ->
                happened(
                        "warning", "hourglass", "Time-box passed", " on %s: escalate?".formatted(words.tierName(tier)));
            case TicketEvent.Rose(var from, var to) ->
                happened("escalation", "up", "Severity rose to " + severity(to), ", was " + severity(from));
            case TicketEvent.HoldEnded(var hold) ->
                happened("plain", "play", "Off hold", ": " + words.hold(hold) + " is over");
            case TicketEvent.VendorChased(var vendor) ->
                happened("warning", "mail", "Asked " + words.vendor(vendor) + " again", ": no answer so far");
            case TicketEvent.Reminded _ -> happened("warning", "clock", "Reminder", quoted(it));
            case TicketEvent.Lapsed _ -> happened("plain", "lock", "Closed", ": nobody came back to it");
            case TicketEvent.OfPromise promise -> ofPromise(promise);
        };
    }

    private What ofPromise(TicketEvent.OfPromise event) {
        var metric = DeskWords.metric(event.promise());
        var aim = aim(event.promise());
        return switch (event) {
            case TicketEvent.Warned(var _, var percent) -> happened("warning", "clock", used(percent, metric), aim);
            case TicketEvent.Late _ ->
                happened("warning", "hourglass", metric + " is late", ": past the expected time" + aim);
            case TicketEvent.Breached _ -> happened("breach", "alert", "Breached: " + metric, aim);
            case TicketEvent.Met _ -> happened("kept", "check", metric + " kept", aim);
            case TicketEvent.Ended _ ->
                happened("plain", "check", metric + " ended", ", neither kept nor broken" + aim);
            case TicketEvent.Alerted _ -> happened("warning", "alert", "Alert: " + metric, aim);
            case TicketEvent.DueMoved(var _, var from, var to) ->
                happened("plain", "clock", metric + " is due " + moment(to), ", was " + moment(from) + aim);
        };
    }

    /** What the desk only aims at is not owed to anybody. */
    private static String aim(PromiseName promise) {
        return promise.aim() ? ", an aim" : "";
    }

    private static String used(int percent, String promise) {
        var share = percent == 50 ? "Half" : percent + " %";
        return "%s of the %s time is used".formatted(share, promise.toLowerCase(Locale.ROOT));
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "at no set time" : moments.date(at) + " " + moments.clock(at);
    }

    private What ofRequester(Entry it, ChannelView channel) {
        return said("public", it, channel.icon(), channel.phrase());
    }

    private What said(String kind, Entry it, String icon, String how) {
        return new Said(kind, writer(it.author()), icon, how, body(it));
    }

    private EntryView.Body body(Entry it) {
        return bodies.of(it, ticket.subject());
    }

    private static Happened happened(String kind, String icon, String bold, String rest) {
        return new Happened(kind, icon, bold, rest);
    }

    private Writer writer(Author author) {
        return switch (author) {
            case Author.OfRequester(var id) ->
                id.equals(requester.id()) ? writer(requester.name(), false) : writer("Another requester", false);
            case Author.OfAgent(var id) -> writer(faces.name(id), true);
            case Author.OfDesk() -> writer("The desk", true);
        };
    }

    private static Writer writer(String name, boolean ofDesk) {
        return new Writer(name, Initials.of(name), ofDesk);
    }

    private String by(Entry it) {
        return it.author() instanceof Author.OfDesk
                ? ""
                : " by " + writer(it.author()).name();
    }

    private String severity(String id) {
        return words.severity(id).name();
    }
}
