package threeline.desk.ticket.web;

import java.util.List;

/** Tickets that break at about the same time; {@code more} when there are further ones on the next page. */
public record QueueGroup(String title, List<QueueRow> rows, boolean more) {

    public String count() {
        return rows.size() + (more ? "+" : "");
    }
}
