package threeline.desk.people.erasure;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is, or was, erased.
 *
 * @param by who wanted it
 * @param doneAt null while it is to be done, and where it failed
 * @param counts what went, by its word; of one that is not done, nothing
 */
public record Erasure(
        long id,
        Whom who,
        String by,
        String why,
        Instant wantedAt,
        @Nullable Instant doneAt,
        Map<String, Long> counts,
        @Nullable String failure) {

    public boolean underWay() {
        return doneAt == null && failure == null;
    }
}
