package threeline.desk.vendor;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Charter;

/** What a vendor is written, in the charter's own language where we have it, else in English. */
record VendorWords(Charter charter, Locale locale, ResourceBundle words) {

    static VendorWords of(Charter charter) {
        var spoken = Locale.forLanguageTag(charter.desk().language());
        var locale = spoken.getLanguage().equals("de") ? Locale.GERMAN : Locale.UK;
        var noOther = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new VendorWords(charter, locale, ResourceBundle.getBundle("vendor/words", locale, noOther));
    }

    /** The agent's words, and nothing of the ticket that the agent did not write here. */
    VendorLetter asking(String reference, @Nullable String subject, @Nullable String text, @Nullable String theirs) {
        var written = text == null || text.isBlank() ? say("asked", reference) : text.strip();
        return letter(reference, subject, written, theirs);
    }

    VendorLetter chasing(String reference, Instant askedAt, @Nullable String theirs) {
        var day = DateTimeFormatter.ofPattern(words.getString("when"), locale).format(askedAt.atZone(charter.zone()));
        return letter(reference, null, say("chased", reference, day), theirs);
    }

    private VendorLetter letter(String reference, @Nullable String subject, String text, @Nullable String theirs) {
        var lines = new ArrayList<>(text.lines().toList());
        if (theirs != null) {
            lines.add("");
            lines.add(say("theirs", theirs));
        }
        var about = subject == null || subject.isBlank() ? words.getString("subject") : oneLine(subject);
        var title = "[%s] %s%s".formatted(reference, about, theirs == null ? "" : " (%s)".formatted(oneLine(theirs)));
        return new VendorLetter(locale.getLanguage(), title, lines, List.of(charter.name(), say("footer", reference)));
    }

    private String say(String key, Object... what) {
        return String.format(locale, words.getString(key), what);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
