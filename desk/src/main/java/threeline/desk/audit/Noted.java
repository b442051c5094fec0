package threeline.desk.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as the trail has it.
 *
 * @param words null once they were taken away
 */
public record Noted(
        long seq,
        Instant at,
        String kind,
        String actor,
        String subject,
        @Nullable String words,
        Hash hash) {}
