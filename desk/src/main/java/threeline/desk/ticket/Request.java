package threeline.desk.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.RequesterId;

/**
 * What was asked, by whom, by which channel of the charter, and when; it never changes.
 *
 * @param organization the requester's when the ticket was opened
 * @param continues the closed ticket that this one goes on with
 */
public record Request(
        String subject,
        RequesterId requester,
        @Nullable OrganizationId organization,
        String channel,
        About about,
        Instant openedAt,
        @Nullable TicketNumber continues) {}
