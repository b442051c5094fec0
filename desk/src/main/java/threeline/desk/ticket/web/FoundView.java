package threeline.desk.ticket.web;

import java.util.List;

/** What a search found, the newest first; {@code next} is where the next page begins, 0 when there is none. */
public record FoundView(List<QueueRow> rows, long next) {}
