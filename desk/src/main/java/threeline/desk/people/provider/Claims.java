package threeline.desk.people.provider;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of somebody.
 *
 * @param email only if it says that it has made sure of it
 * @param bothSteps whether it says that they came in there by more than one step (RFC 8176)
 */
record Claims(
        String issuer,
        String subject,
        String name,
        @Nullable String email,
        Set<String> groups,
        boolean bothSteps) {

    Claims {
        groups = Set.copyOf(groups);
    }
}
