package threeline.desk.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a request is about, as far as it decides who takes it; each in the charter's word, null where nobody said.
 *
 * @param language that the requester speaks, as a language tag
 * @param person whom a call was made to by name
 */
public record About(
        @Nullable String category,
        @Nullable String application,
        @Nullable String language,
        @Nullable String person) {

    public static final About NOTHING = new About(null, null, null, null);
}
