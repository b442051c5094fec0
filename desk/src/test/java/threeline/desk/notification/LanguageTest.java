package threeline.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is said in one language is said in each, with the same things in it. */
class LanguageTest {

    static final Pattern THING = Pattern.compile("%(?:\\d\\$)?[sd%]");

    @Test
    void each_language_has_every_phrase_with_what_goes_into_it() {
        var english = Language.of("en").words();
        var german = Language.of("de").words();
        for (var key : english.keySet()) {
            assertThat(german.getString(key)).as(key).isNotBlank();
            assertThat(same(english, german, key)).as(key).isFalse();
            assertThat(things(german.getString(key))).as(key).isEqualTo(things(english.getString(key)));
        }
    }

    /** Words that nobody has put into another language; a pattern or a lone thing may well be the same. */
    static boolean same(ResourceBundle one, ResourceBundle other, String key) {
        return one.getString(key).matches(".*\\p{L}{4,}.*")
                && one.getString(key).equals(other.getString(key));
    }

    static long things(String phrase) {
        return THING.matcher(phrase).results().count();
    }

    @Test
    void what_nobody_has_words_in_is_said_in_english() {
        assertThat(Language.of("fr", null, "").tag()).isEqualTo("en");
        assertThat(Language.of(null, "de-AT").tag()).isEqualTo("de");
    }
}
