package threeline.desk.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An agent to be; the groups are the charter's, by name. Without a password nobody signs in as this agent. */
public record NewAgent(
        String name,
        String email,
        Role role,
        Set<String> groups,
        @Nullable PasswordHash password) {

    public NewAgent {
        groups = Set.copyOf(groups);
    }
}
