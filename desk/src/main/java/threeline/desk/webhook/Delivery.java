package threeline.desk.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing told to one program, and what became of it. */
public record Delivery(
        long id,
        long hook,
        String url,
        UUID message,
        String kind,
        String payload,
        Instant madeAt,
        int tries,
        @Nullable Instant dueAt,
        String state,
        @Nullable String answer) {}
