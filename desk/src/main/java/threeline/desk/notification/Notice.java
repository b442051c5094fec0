package threeline.desk.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.Timeline;

/**
 * Something that has still to be told.
 *
 * @param together whether one change brought this about for many, so that each person is told of all of theirs at once
 * @param attempts how often telling it went wrong
 */
record Notice(long id, Timeline.Place place, Matter what, When when, Whose whose, boolean together, int attempts) {

    /** Whether it is one of many, which would each be a mail: of the past, or of one change. */
    boolean isGathered() {
        return together || when.isOld();
    }

    /** When it happened, and when the desk noticed. */
    record When(Instant at, Instant noticedAt) {

        private static final Duration STILL_NEWS = Duration.ofMinutes(5);

        /** Noticed so long after it happened that the desk must have been down. */
        boolean isOld() {
            return at.plus(STILL_NEWS).isBefore(noticedAt);
        }
    }

    /** Whose the ticket was then, and on which tier it had been. */
    record Whose(@Nullable AgentId agent, @Nullable String group, String tier) {}
}
