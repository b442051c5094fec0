package threeline.desk.ticket;

import java.util.List;
import threeline.desk.tenant.Tenant;

/** Told inside the transaction that changed a ticket: the ticket as it is now, and what came onto its timeline. */
public record TicketChanged(Tenant tenant, Ticket ticket, List<Entry> entries) {}
