package threeline.desk.people.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;

/**
 * An agent's way in, as those who manage accounts see it.
 *
 * @param invitedUntil until when an invitation opens that was not taken up
 */
public record Account(
        Agent agent,
        boolean hasPassword,
        boolean hasSecondStep,
        @Nullable Instant invitedUntil,
        @Nullable Instant endedAt,
        int sessions) {}
