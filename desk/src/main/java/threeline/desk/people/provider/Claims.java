package threeline.desk.people.provider;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of somebody.
 *
 * @param email only if it says that it has made sure of it
 */
record Claims(
        String issuer,
        String subject,
        String name,
        @Nullable String email,
        Set<String> groups) {

    Claims {
        groups = Set.copyOf(groups);
    }
}
