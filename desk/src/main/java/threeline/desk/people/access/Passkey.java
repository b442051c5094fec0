package threeline.desk.people.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key in somebody's device, as they know it again.
 *
 * @param id in hexadecimal digits
 */
public record Passkey(
        String id, String name, Instant madeAt, @Nullable Instant usedAt) {}
