package threeline.desk.ticket.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import threeline.desk.people.Requester;
import threeline.desk.ticket.Attachment;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.PromiseName;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.web.EntryView.Body;
import threeline.desk.ticket.web.EntryView.Happened;
import threeline.desk.ticket.web.EntryView.Said;
import threeline.desk.ticket.web.EntryView.What;
import threeline.desk.ticket.web.EntryView.Writer;
import threeline.desk.web.Initials;
import threeline.desk.web.Moments;

/** Tells a timeline in this desk's words. */
record EntryViews(Ticket ticket, Requester requester, DeskWords words, Faces faces, Moments moments) {

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
            case TicketEvent.Contacted(var channel) -> ofRequester(it, words.channel(channel));
            case TicketEvent.Replied _ -> said("reply", it, "reply", "reply to " + requester.name());
            case TicketEvent.Noted _ -> said("note", it, "lock", "internal note");
            case TicketEvent.Echoed(var why) -> said("public", it, "robot", "automatic mail, " + why);
            case TicketEvent.Held(var hold) -> happened("hold", "pause", "On hold: " + words.hold(hold), by(it));
            case TicketEvent.Resumed _ -> happened("plain", "play", "Off hold", by(it));
            case TicketEvent.SeverityChanged(var from, var to) ->
                happened("plain", "tag", "Severity " + severity(to), ", was " + severity(from) + by(it));
            case TicketEvent.Assigned(var to) ->
                to == null
                        ? happened("plain", "user", "Given back to the group", by(it))
                        : happened("plain", "user", "Assigned to " + faces.name(to), by(it));
            case TicketEvent.Resolved _ -> happened("kept", "check-circle", "Resolved", by(it));
            case TicketEvent.Reopened _ -> happened("escalation", "inbox", "Reopened", by(it));
            case TicketEvent.Closed _ -> happened("plain", "lock", "Closed", by(it));
            case TicketEvent.ByItself event -> byItself(event);
        };
    }

    private What byItself(TicketEvent.ByItself event) {
        return switch (event) {
            case TicketEvent.HandedOver(var from, var to) ->
                happened(
                        "handover",
                        "handover",
                        "Handed over",
                        " from %s to %s".formatted(words.group(from), words.group(to)));
            case TicketEvent.Rose(var from, var to) ->
                happened("escalation", "up", "Severity rose to " + severity(to), ", was " + severity(from));
            case TicketEvent.Warned(var promise, var percent) ->
                happened("warning", "clock", used(percent, DeskWords.metric(promise)), aim(promise));
            case TicketEvent.Late(var promise) ->
                happened(
                        "warning",
                        "hourglass",
                        DeskWords.metric(promise) + " is late",
                        ": past the expected time" + aim(promise));
            case TicketEvent.Breached(var promise) ->
                happened("breach", "alert", "Breached: " + DeskWords.metric(promise), aim(promise));
            case TicketEvent.Met(var promise) ->
                happened("kept", "check", DeskWords.metric(promise) + " kept", aim(promise));
        };
    }

    /** What the desk only aims at is not owed to anybody. */
    private static String aim(PromiseName promise) {
        return promise.aim() ? ", an aim" : "";
    }

    private static String used(int percent, String promise) {
        var share = percent == 50 ? "Half" : percent + " %";
        return "%s of the %s time is used".formatted(share, promise.toLowerCase(java.util.Locale.ROOT));
    }

    private What ofRequester(Entry it, ChannelView channel) {
        return said("public", it, channel.icon(), channel.phrase());
    }

    private What said(String kind, Entry it, String icon, String how) {
        var files = it.attachments().stream().map(file -> file(it, file)).toList();
        return new Said(kind, writer(it.author()), icon, how, new Body(Body.paragraphs(it.text()), files));
    }

    private EntryView.File file(Entry entry, Attachment file) {
        var path = "/tickets/%s/entries/%d/files/%d".formatted(ticket.number(), entry.number(), file.place());
        return new EntryView.File(path, file.name(), size(file.size()));
    }

    private static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? (bytes + 500) / 1000 + " kB" : "%.1f MB".formatted(bytes / 1e6);
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
