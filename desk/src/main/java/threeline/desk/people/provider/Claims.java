package threeline.desk.people.provider;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of somebody.
 *
 * @param email only if it says that it has made sure of it
 * @param sid what it calls its own session
 * @param bothSteps whether it says that they came in there by more than one step (RFC 8176)
 */
record Claims(
        String issuer,
        String subject,
        String name,
        @Nullable String email,
        Set<String> groups,
        @Nullable String sid,
        boolean bothSteps) {

    Claims {
        groups = Set.copyOf(groups);
    }

    /** Whether something is missing that this provider is asked for. */
    boolean isThin(Provider provider) {
        var rules = provider.rules();
        return groups.isEmpty() && !rules.roles().isEmpty() || email == null && rules.joins();
    }

    /** The same with what was missing, as it is told of the same person elsewhere. */
    Claims filled(Claims told) {
        return new Claims(
                issuer,
                subject,
                name.isBlank() ? told.name() : name,
                email == null ? told.email() : email,
                groups.isEmpty() ? told.groups() : groups,
                sid,
                bothSteps);
    }
}
