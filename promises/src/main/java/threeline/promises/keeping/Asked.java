package threeline.promises.keeping;

import org.jspecify.annotations.Nullable;

/**
 * What of a request decides who takes it.
 *
 * @param language that the requester speaks; the charter's first where it isn't known
 * @param person whom a call was made to by name
 */
public record Asked(
        @Nullable String category,
        @Nullable String application,
        @Nullable String language,
        @Nullable String person) {

    public static final Asked NOTHING = new Asked(null, null, null, null);

    Asked withCategory(@Nullable String other) {
        return new Asked(other, application, language, person);
    }
}
