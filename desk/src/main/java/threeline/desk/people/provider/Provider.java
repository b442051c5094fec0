package threeline.desk.people.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Role;

/**
 * Who says elsewhere who somebody is.
 *
 * @param groupsClaim the claim that its groups stand in
 * @param joins whether somebody new gets an account by coming
 * @param roles what somebody is here who is in that group there: the first that fits; none: everybody is an agent
 */
public record Provider(
        long id,
        String name,
        String issuer,
        String client,
        boolean hasSecret,
        String groupsClaim,
        boolean joins,
        List<GroupRole> roles,
        @Nullable Instant endedAt) {

    public Provider {
        roles = List.copyOf(roles);
    }

    /** What a group there makes of somebody here. */
    public record GroupRole(String claimed, Role role) {}

    /** What these groups make of somebody; nothing, if they are in none that counts here. */
    Optional<Role> role(Collection<String> groups) {
        if (roles.isEmpty()) {
            return Optional.of(Role.AGENT);
        }
        return roles.stream()
                .filter(it -> groups.contains(it.claimed()))
                .map(GroupRole::role)
                .findFirst();
    }
}
