package threeline.desk.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;

/**
 * A reply that is written and has not left. Until it leaves, nothing has happened.
 *
 * @param followedBy what its agent does next to the ticket: {@code resolve}, {@code hold:} and which, or nothing
 * @param failure why it could not leave
 */
public record Departure(
        long id,
        TicketNumber ticket,
        AgentId by,
        String text,
        String followedBy,
        Instant leavesAt,
        @Nullable String failure) {}
