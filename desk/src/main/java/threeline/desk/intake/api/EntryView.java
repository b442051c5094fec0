package threeline.desk.intake.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.desk.intake.api.TicketView.Person;
import threeline.desk.ticket.Attachment;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.PromiseName;
import threeline.desk.ticket.TicketEvent;

/** One thing on a timeline: what happened, when, by whom, in what words; the rest, by kind, in details. */
record EntryView(
        int number,
        Instant at,
        String kind,
        By by,
        @Nullable String subject,
        @Nullable String text,
        List<Attachment> attachments,
        Map<String, Object> details) {

    /** A requester, an agent, or the desk by itself, which is no person. */
    record By(String kind, @Nullable Person person) {

        static By of(Author author, People people) {
            return switch (author) {
                case Author.OfRequester(var id) -> new By("requester", people.requester(id));
                case Author.OfAgent(var id) -> new By("agent", people.agent(id));
                case Author.OfDesk() -> new By("desk", null);
            };
        }
    }

    private record Said(String kind, Map<String, Object> details) {

        static Said of(String kind) {
            return new Said(kind, Map.of());
        }

        static Said of(String kind, PromiseName promise) {
            return new Said(kind, Map.of("promise", promise.metric(), "aim", promise.aim(), "nth", promise.nth()));
        }
    }

    static EntryView of(Entry it, People people) {
        var said = said(it.event());
        return new EntryView(
                it.number(),
                it.at(),
                said.kind(),
                By.of(it.author(), people),
                it.subject(),
                it.text(),
                it.attachments(),
                said.details());
    }

    private static Said said(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened(var severity, var channel, var live) ->
                new Said("opened", Map.of("severity", severity, "channel", channel, "live", live));
            case TicketEvent.Contacted(var channel) -> new Said("contacted", Map.of("channel", channel));
            case TicketEvent.Replied _ -> Said.of("replied");
            case TicketEvent.Noted _ -> Said.of("noted");
            case TicketEvent.Echoed(var why) -> new Said("echoed", Map.of("why", why));
            case TicketEvent.Held(var hold) -> new Said("held", Map.of("hold", hold));
            case TicketEvent.Resumed _ -> Said.of("resumed");
            case TicketEvent.SeverityChanged(var from, var to) ->
                new Said("severity-changed", Map.of("from", from, "to", to));
            case TicketEvent.Assigned(var to) ->
                to == null ? Said.of("assigned") : new Said("assigned", Map.of("agent", to.value()));
            case TicketEvent.Resolved _ -> Said.of("resolved");
            case TicketEvent.Reopened _ -> Said.of("reopened");
            case TicketEvent.Closed _ -> Said.of("closed");
            case TicketEvent.ByItself itself -> byItself(itself);
        };
    }

    private static Said byItself(TicketEvent.ByItself event) {
        return switch (event) {
            case TicketEvent.HandedOver(var from, var to) -> new Said("handed-over", Map.of("from", from, "to", to));
            case TicketEvent.Rose(var from, var to) -> new Said("rose", Map.of("from", from, "to", to));
            case TicketEvent.Warned(var promise, var percent) -> {
                var details = new java.util.TreeMap<>(Said.of("warned", promise).details());
                details.put("percent", percent);
                yield new Said("warned", details);
            }
            case TicketEvent.Late(var promise) -> Said.of("late", promise);
            case TicketEvent.Breached(var promise) -> Said.of("breached", promise);
            case TicketEvent.Met(var promise) -> Said.of("met", promise);
        };
    }
}
