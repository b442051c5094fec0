package threeline.promises.keeping;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Region;

/** What an organization's contract changes in a charter: the package it bought, its own zone and holidays. */
public record Terms(
        @Nullable String bought,
        @Nullable ZoneId zone,
        @Nullable Region holidays) {

    private static final Terms NONE = new Terms(null, null, null);

    public static Terms none() {
        return NONE;
    }
}
