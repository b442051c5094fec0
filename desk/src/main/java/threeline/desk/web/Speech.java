package threeline.desk.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bundle of words in the language of whoever reads them. */
public record Speech(Locale locale, ResourceBundle words) {

    private static final List<String> KNOWN = List.of("en", "de");

    /** In the first of these languages that we have words in; English where there is none. */
    public static Speech of(String bundle, @Nullable String... wished) {
        var tag = Stream.of(wished)
                .filter(it -> it != null && !it.isBlank())
                .map(it -> Locale.forLanguageTag(it).getLanguage())
                .filter(KNOWN::contains)
                .findFirst()
                .orElse("en");
        var locale = tag.equals("en") ? Locale.UK : Locale.of(tag);
        var noOther = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Speech(locale, ResourceBundle.getBundle(bundle, locale, noOther));
    }

    public String tag() {
        return locale.getLanguage();
    }

    public String say(String key, @Nullable Object... what) {
        return String.format(locale, words.getString(key), what);
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** One, or so many of something: {@code key.one}, {@code key.many}. */
    public String count(String key, long count) {
        return say(key + (count == 1 ? ".one" : ".many"), count);
    }

    /** An instant by the pattern of this key: {@code when = EEEE d MMMM, HH:mm}. */
    public String time(String key, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(words.getString(key), locale).format(at.atZone(zone));
    }

    /** These as a list in a sentence. */
    public String list(String... all) {
        return String.join(", ", Arrays.stream(all).filter(it -> !it.isBlank()).toList());
    }
}
