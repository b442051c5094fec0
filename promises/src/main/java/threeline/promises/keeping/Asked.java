package threeline.promises.keeping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a request decides who takes it.
 *
 * @param language that the requester speaks; the charter's first where it isn't known
 * @param person whom a call was made to by name
 * @param organization that the requester belongs to; groups that see only their own organization's tickets get no other's
 */
public record Asked(
        @Nullable String category,
        @Nullable String application,
        @Nullable String language,
        @Nullable String person,
        @Nullable String organization) {

    public static final Asked NOTHING = new Asked(null, null, null, null, null);

    /** The same, asked by somebody of that organization. */
    public Asked by(@Nullable String theirs) {
        return new Asked(category, application, language, person, theirs);
    }

    /** What one must know to help. */
    Set<String> about() {
        if (category == null) {
            return application == null ? Set.of() : Set.of(application);
        }
        return application == null || application.equals(category) ? Set.of(category) : Set.of(category, application);
    }

    Asked withCategory(@Nullable String other) {
        return new Asked(other, application, language, person, organization);
    }
}
