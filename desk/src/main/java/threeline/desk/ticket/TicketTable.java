package threeline.desk.ticket;

import gg.jte.Content;
import java.util.List;
import threeline.desk.web.Frame;

/** How a page of another module shows tickets in a table, as the queue does. */
public interface TicketTable {

    /** These tickets in this order; the caption is for those who don't see. */
    Content show(List<Ticket> tickets, String caption, Frame frame);
}
