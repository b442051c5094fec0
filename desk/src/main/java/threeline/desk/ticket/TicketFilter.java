package threeline.desk.ticket;

import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;

/** Which tickets are wanted; null asks for any. */
public record TicketFilter(
        @Nullable Status status,
        @Nullable String severity,
        @Nullable String group,
        @Nullable AgentId agent,
        @Nullable RequesterId requester) {

    public static final TicketFilter ANY = new TicketFilter(null, null, null, null, null);
}
