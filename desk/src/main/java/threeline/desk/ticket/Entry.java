package threeline.desk.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a ticket's timeline.
 *
 * @param number its place in the order of writing, from 1; a breach noticed late stands late here, but is dated rightly
 * @param at when it happened
 */
public record Entry(
        int number,
        Instant at,
        TicketEvent event,
        Author author,
        @Nullable String subject,
        @Nullable String text,
        List<Attachment> attachments) {}
