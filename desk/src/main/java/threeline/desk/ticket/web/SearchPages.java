package threeline.desk.ticket.web;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.web.Moments;

/** Puts a page of found tickets together. */
@Component
@Transactional(readOnly = true)
class SearchPages {

    private static final int PAGE = 50;

    private final TicketQueue queue;
    private final Rows rows;

    SearchPages(TicketQueue queue, Rows rows) {
        this.queue = queue;
        this.rows = rows;
    }

    FoundView find(String query, long before, Instant now) {
        var moments = new Moments(rows.charter().zone(), now);
        var found = queue.search(query, before < 1 ? null : new TicketNumber(before), PAGE);
        var full = found.size() >= PAGE;
        return new FoundView(
                rows.of(found, moments), full ? found.getLast().number().value() : 0);
    }
}
