package threeline.desk.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told, in the words of one language; {@code wished} are those that were asked for, the first first. */
record Language(Locale locale, ResourceBundle words, List<@Nullable String> wished) {

    private static final String BUNDLE = "notification/words";
    private static final List<String> KNOWN = List.of("en", "de");

    /** The first of these that we have words in; English where there is none. */
    static Language of(@Nullable String... wished) {
        var tag = Stream.of(wished)
                .filter(it -> it != null && !it.isBlank())
                .map(it -> Locale.forLanguageTag(it).getLanguage())
                .filter(KNOWN::contains)
                .findFirst()
                .orElse("en");
        var locale = tag.equals("en") ? Locale.UK : Locale.of(tag);
        var noOther = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Language(locale, ResourceBundle.getBundle(BUNDLE, locale, noOther), Arrays.asList(wished));
    }

    /** Whether we have words in it ourselves. */
    static boolean isKnown(String language) {
        return KNOWN.contains(language);
    }

    String tag() {
        return locale.getLanguage();
    }

    String say(String key, Object... what) {
        return String.format(locale, words.getString(key), what);
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /** An instant where its zone goes without saying. */
    String brief(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(words.getString("brief"), locale).format(at.atZone(zone));
    }

    /** An instant in a zone, which is named beside it. */
    String when(Instant at, ZoneId zone) {
        var format = DateTimeFormatter.ofPattern(words.getString("when"), locale);
        return "%s (%s)".formatted(format.format(at.atZone(zone)), zone);
    }
}
