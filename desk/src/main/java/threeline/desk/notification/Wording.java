package threeline.desk.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A desk's templates, to be asked for what and in which language, and whether its mails begin with a marker. */
record Wording(Map<Key, Own> templates, boolean marker) {

    record Key(String what, String language) {}

    /** What a mail says, and what its subject is; null for ours. */
    record Own(Template template, @Nullable Template subject) {}

    /** The desk's own words and the language that they are in. */
    record Found(Own own, String language) {

        Template template() {
            return own.template();
        }
    }

    /**
     * The one in the first of these languages that says anything at all: where we have words ourselves in a language that
     * is wished more than one that the desk has a template in, ours are told.
     */
    Optional<Found> find(String what, List<@Nullable String> wished) {
        for (var tag : wished) {
            if (tag != null && !tag.isBlank()) {
                var bare = Locale.forLanguageTag(tag).getLanguage();
                for (var it : List.of(tag, bare)) {
                    var own = templates.get(new Key(what, it));
                    if (own != null) {
                        return Optional.of(new Found(own, it));
                    }
                }
                if (Language.isKnown(bare)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.ofNullable(templates.get(new Key(what, "en"))).map(it -> new Found(it, "en"));
    }
}
