package threeline.desk.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That an agent's rights hold on their watch alone, and none of their groups is on watch now.
 *
 * @param group the one of theirs that comes next, by its name
 * @param beginsAt when it does; null where it never will
 * @param zone the desk's
 */
public record OffWatch(String group, @Nullable Instant beginsAt, ZoneId zone) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    /** For them to read. */
    public String words() {
        var begins = beginsAt == null
                ? "No watch of yours is to come."
                : "Your watch begins on %s (%s).".formatted(WHEN.format(beginsAt.atZone(zone)), zone.getId());
        return "%s By the charter, who is of %s has tickets on that watch alone.".formatted(begins, group);
    }
}
