package threeline.desk.ticket;

import gg.jte.Content;
import java.util.List;
import threeline.desk.web.Frame;

/** How another module says something on a ticket's page, in its rail. */
public interface TicketPanel {

    /** What it says of this ticket, whose whole timeline this is. */
    Content show(Ticket ticket, List<Entry> timeline, Frame frame);
}
