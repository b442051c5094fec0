package threeline.promises.tier;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket wants of a group: the tier, the requester's language, what to know, and the severity to take.
 *
 * @param organization of the requester, whose ticket not every outside group may see
 */
public record Wanted(
        String tier,
        @Nullable String language,
        Set<String> knowledge,
        String severity,
        @Nullable String organization) {

    public Wanted {
        knowledge = Set.copyOf(knowledge);
    }
}
