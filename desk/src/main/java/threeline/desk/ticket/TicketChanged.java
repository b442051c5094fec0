package threeline.desk.ticket;

import java.util.List;
import java.util.Objects;
import threeline.desk.tenant.Tenant;

/**
 * Told inside the transaction that changed a ticket.
 *
 * @param before the ticket as it was; at its opening, as it was asked for, with no group yet
 * @param ticket the ticket as it is now
 * @param entries what came onto its timeline
 */
public record TicketChanged(Tenant tenant, Ticket before, Ticket ticket, List<Entry> entries) {

    /** Whether another group has it now. */
    public boolean groupChanged() {
        return !Objects.equals(before.group(), ticket.group());
    }
}
