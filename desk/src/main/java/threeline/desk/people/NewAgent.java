package threeline.desk.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent to be. Without a password nobody signs in as this agent.
 *
 * @param groups the charter's, by name
 * @param parts the charter's roles that this agent plays, by name
 * @param organization the name of the organization that an outside group's agent belongs to
 */
public record NewAgent(
        String name,
        String email,
        Role role,
        Set<String> groups,
        Set<String> parts,
        @Nullable String organization,
        @Nullable PasswordHash password) {

    public NewAgent {
        groups = Set.copyOf(groups);
        parts = Set.copyOf(parts);
    }

    /** One of the desk's own who plays no particular part. */
    public NewAgent(String name, String email, Role role, Set<String> groups, @Nullable PasswordHash password) {
        this(name, email, role, groups, Set.of(), null, password);
    }
}
