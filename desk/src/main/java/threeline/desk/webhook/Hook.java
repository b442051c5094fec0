package threeline.desk.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A program that is told. */
public record Hook(
        long id, String url, Instant madeAt, @Nullable Instant endedAt) {}
