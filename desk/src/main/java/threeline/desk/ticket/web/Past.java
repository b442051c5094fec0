package threeline.desk.ticket.web;

import java.util.List;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.TicketEvent;

/**
 * What of a timeline still matters to what may be done now.
 *
 * @param boxed whether its time-box has passed on this tier, and nobody has extended it since
 * @param atVendor whether a vendor was asked
 */
record Past(boolean boxed, boolean atVendor) {

    static Past of(List<Entry> timeline) {
        var past = new Past(false, false);
        for (var entry : timeline) {
            past = past.after(entry.event());
        }
        return past;
    }

    private Past after(TicketEvent event) {
        return switch (event) {
            case TicketEvent.TimeboxPassed _ -> new Past(true, atVendor);
            case TicketEvent.Extended(var _, var timebox, var _) -> new Past(boxed && !timebox, atVendor);
            case TicketEvent.Escalated _ -> new Past(false, atVendor);
            case TicketEvent.Returned _ -> new Past(false, atVendor);
            case TicketEvent.Climbed _ -> new Past(false, atVendor);
            case TicketEvent.VendorAsked _ -> new Past(boxed, true);
            default -> this; // everything else leaves both as they are
        };
    }
}
