package threeline.desk.intake.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Where a page ended: the instant it was sorted by, and a number. It names its list, and is good for no other. */
record Cursor(String list, Instant at, long number) {

    String text() {
        var plain = "%s %s %d".formatted(list, at, number);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
    }

    static @Nullable Cursor parse(@Nullable String text, String list) {
        if (text == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(" ", -1);
            if (parts.length == 3 && parts[0].equals(list)) {
                return new Cursor(list, Instant.parse(parts[1]), positive(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw refused();
        }
        throw refused();
    }

    private static long positive(String digits) {
        var number = Long.parseLong(digits);
        if (number < 1) {
            throw refused();
        }
        return number;
    }

    private static ProblemException refused() {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(
                "cursor", "Not a cursor of this list. Send \"next\" of the page before, or none for the first page.")));
    }
}
