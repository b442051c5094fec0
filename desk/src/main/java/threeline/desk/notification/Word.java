package threeline.desk.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.Timeline;

/** What an agent was told, in a line; unread where {@code readAt} is null. */
public record Word(
        long id,
        Timeline.Place place,
        Matter what,
        String line,
        Instant at,
        @Nullable Instant readAt) {}
