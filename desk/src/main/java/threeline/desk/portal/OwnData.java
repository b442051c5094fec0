package threeline.desk.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.people.Requester;
import threeline.desk.ticket.Attachment;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;

/** What the desk holds on whoever asks: as whom they are known, what they asked, and what was said to each other. */
@Component
public class OwnData {

    private static final int AT_ONCE = 100;
    private static final int LONGEST = 5000;

    private final TicketQueue queue;
    private final Timeline timeline;

    OwnData(TicketQueue queue, Timeline timeline) {
        this.queue = queue;
        this.timeline = timeline;
    }

    /** All of it, by names that a person can read and a program can find; as far as the wall of sight goes. */
    public Map<String, Object> of(Requester who) {
        var requests = new ArrayList<Map<String, Object>>();
        var whose = new TicketQueue.Asked(who.id(), null, List.of(), false);
        TicketNumber before = null;
        for (var some = queue.asked(whose, before, AT_ONCE);
                !some.isEmpty();
                some = queue.asked(whose, before, AT_ONCE)) {
            some.forEach(it -> requests.add(request(it, who)));
            before = some.getLast().number();
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("person", person(who));
        all.put("requests", requests);
        return all;
    }

    private static Map<String, Object> person(Requester who) {
        var person = new LinkedHashMap<String, Object>();
        person.put("name", who.name());
        put(person, "address", who.email());
        put(person, "phone", who.phone());
        put(person, "language", who.language());
        put(
                person,
                "organization",
                who.organization() == null ? null : who.organization().name());
        person.put("super-user", who.superUser());
        return person;
    }

    private Map<String, Object> request(Ticket ticket, Requester who) {
        var request = new LinkedHashMap<String, Object>();
        request.put("number", ticket.number().value());
        request.put("subject", ticket.subject());
        request.put("channel", ticket.channel());
        request.put("severity", ticket.severity());
        request.put("status", ticket.status().word());
        request.put("opened-at", ticket.openedAt().toString());
        put(request, "category", ticket.about().category());
        put(request, "application", ticket.about().application());
        put(request, "language", ticket.about().language());
        request.put(
                "timeline",
                timeline.of(ticket.number(), 0, LONGEST).stream()
                        .map(it -> entry(it, who))
                        .toList());
        return request;
    }

    private static Map<String, Object> entry(Entry it, Requester who) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("at", it.at().toString());
        entry.put("what", it.event().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        entry.put(
                "by",
                switch (it.author()) {
                    case Author.OfRequester(var id) -> id.equals(who.id()) ? "you" : "somebody of yours";
                    case Author.OfAgent _ -> "the desk";
                    case Author.OfDesk _ -> "the desk";
                });
        if (Requests.isSaid(it)) {
            put(entry, "text", it.text());
            put(entry, "files", it.attachments().stream().map(Attachment::name).toList());
        }
        return entry;
    }

    private static void put(Map<String, Object> into, String name, @Nullable Object value) {
        if (value != null) {
            into.put(name, value);
        }
    }
}
