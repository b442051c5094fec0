package threeline.desk.people.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody at a provider who is somebody here. */
public record Binding(
        long id,
        String issuer,
        boolean joined,
        Instant madeAt,
        @Nullable Instant usedAt) {}
