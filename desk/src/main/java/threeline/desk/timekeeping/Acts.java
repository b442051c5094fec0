package threeline.desk.timekeeping;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.TicketEvent;
import threeline.promises.keeping.Act;

/** A timeline as the engine reads it: what people did. What came about by itself it finds again. */
final class Acts {

    private Acts() {}

    static List<Act> of(List<Entry> timeline) {
        return timeline.stream().flatMap(Acts::of).toList();
    }

    private static Stream<Act> of(Entry entry) {
        var at = entry.at();
        return switch (entry.event()) {
            case TicketEvent.Opened(var severity, var channel, var live) ->
                Stream.of(new Act.Opened(at, severity, channel, live));
            case TicketEvent.Contacted _ -> Stream.of(new Act.Contacted(at));
            case TicketEvent.Replied _ -> Stream.of(new Act.Replied(at));
            case TicketEvent.Noted _ -> Stream.of(new Act.Noted(at));
            case TicketEvent.Held(var hold) -> Stream.of(new Act.Held(at, hold));
            case TicketEvent.Resumed _ -> resumed(entry.author(), at);
            case TicketEvent.SeverityChanged change -> Stream.of(new Act.SeverityChanged(at, change.to()));
            case TicketEvent.Resolved _ -> Stream.of(new Act.Resolved(at));
            case TicketEvent.Reopened _ -> Stream.of(new Act.Reopened(at));
            case TicketEvent.Closed _ -> Stream.of(new Act.Closed(at));
            case TicketEvent.Echoed _ -> Stream.empty();
            case TicketEvent.Assigned _ -> Stream.empty();
            case TicketEvent.ByItself _ -> Stream.empty();
        };
    }

    /** A hold that ends by a contact ends in the engine by itself. */
    private static Stream<Act> resumed(Author author, Instant at) {
        return author instanceof Author.OfDesk ? Stream.empty() : Stream.of(new Act.Resumed(at));
    }
}
