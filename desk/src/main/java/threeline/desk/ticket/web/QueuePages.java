package threeline.desk.ticket.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.Holdings;
import threeline.desk.ticket.QueueCursor;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.View;
import threeline.desk.ticket.web.Listing.Selection;
import threeline.desk.web.Moments;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Puts a page of a view together. */
@Component
@Transactional(readOnly = true)
class QueuePages {

    private static final int PAGE = 50;

    private final TicketQueue queue;
    private final Rows rows;
    private final Counts counts;
    private final Holdings holdings;

    QueuePages(TicketQueue queue, Rows rows, Counts counts, Holdings holdings) {
        this.queue = queue;
        this.rows = rows;
        this.counts = counts;
        this.holdings = holdings;
    }

    QueueView of(Listing view, AgentId looking, @Nullable String after, Instant now) {
        var moments = new Moments(rows.charter().zone(), now);
        var found = found(view, looking, after == null ? null : cursor(after));
        var more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var next = more ? view.path() + "?after=" + text(after(shown.getLast(), view)) : null;
        return new QueueView(
                view, count(view, looking, shown, more), groups(view, shown, more, moments), next, after != null);
    }

    private List<Ticket> found(Listing listing, AgentId looking, @Nullable QueueCursor after) {
        return switch (listing.selection()) {
            case Selection.OfView(var view) -> queue.of(view, looking, after, PAGE + 1);
            case Selection.Holding(var wanted) -> holdings.breaksFirst(wanted, after, PAGE + 1);
            case Selection.FollowedUp(var wanted) -> holdings.untouchedFirst(wanted, after, PAGE + 1);
        };
    }

    private static QueueCursor after(Ticket last, Listing listing) {
        return switch (listing.selection()) {
            case Selection.OfView(var view) -> QueueCursor.after(last, view);
            case Selection.Holding _ -> QueueCursor.after(last, View.BREAKS_FIRST);
            case Selection.FollowedUp _ -> QueueCursor.after(last, View.RESOLVED);
        };
    }

    private String count(Listing listing, AgentId looking, List<Ticket> shown, boolean more) {
        return counts.of(looking, listing).map(Counts::text).orElse(shown.size() + (more ? "+" : ""));
    }

    private List<QueueGroup> groups(Listing view, List<Ticket> tickets, boolean more, Moments moments) {
        var all = rows.of(tickets, moments);
        if (!view.grouped()) {
            return all.isEmpty() ? List.of() : List.of(new QueueGroup(view.title(), all, more));
        }
        var groups = new ArrayList<QueueGroup>();
        for (var from = 0; from < all.size(); ) {
            var urgency = Urgency.of(tickets.get(from).next(), moments);
            var to = from;
            while (to < all.size() && Urgency.of(tickets.get(to).next(), moments) == urgency) {
                to++;
            }
            groups.add(new QueueGroup(urgency.title(), all.subList(from, to), more && to == all.size()));
            from = to;
        }
        return groups;
    }

    private static String text(QueueCursor cursor) {
        return cursor.at() + "_" + cursor.number();
    }

    private static QueueCursor cursor(String text) {
        try {
            var parts = text.split("_", 2);
            return new QueueCursor(Instant.parse(parts[0]), new TicketNumber(Long.parseLong(parts[1])));
        } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new ProblemException(
                    new Problem.NotFound("This page of the list is no place in it. Start from its top."));
        }
    }
}
