package threeline.desk.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks for help. A super user also speaks for the other people of the organization. */
public record Requester(
        RequesterId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Organization organization,
        @Nullable String language,
        boolean superUser) {

    private static final String SUPER_USER = "super-user";

    /** The roles of the charter that they play. */
    public Set<String> roles() {
        return superUser ? Set.of(SUPER_USER) : Set.of();
    }
}
