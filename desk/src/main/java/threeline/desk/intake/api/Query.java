package threeline.desk.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The parameters of an address. One that is unknown or comes twice is refused, since it would be misunderstood. */
final class Query {

    private static final int LONGEST = 500;
    private static final int MOST_AT_ONCE = 100;

    private final HttpServletRequest request;

    Query(HttpServletRequest request, Set<String> known) {
        this.request = request;
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw refused(
                        name,
                        "There is no such parameter; there are: %s."
                                .formatted(String.join(", ", new TreeSet<>(known))));
            }
            if (values.length > 1 || values[0].length() > LONGEST || values[0].indexOf('\0') >= 0) {
                throw refused(name, "Send it once, as a text of at most %d characters.".formatted(LONGEST));
            }
        });
    }

    @Nullable
    String text(String name) {
        var text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text;
    }

    /** One of these words, the first where none is sent. */
    String word(String name, List<String> words) {
        var word = text(name);
        if (word == null) {
            return words.getFirst();
        }
        if (!words.contains(word)) {
            throw refused(name, "There is no \"%s\"; there are: %s.".formatted(word, String.join(", ", words)));
        }
        return word;
    }

    @Nullable
    Long number(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw refused(name, "\"%s\" is no number from 1 on.".formatted(text));
        }
        return Long.valueOf(text);
    }

    /** How many to a page. */
    int limit() {
        var limit = number("limit");
        if (limit != null && limit > MOST_AT_ONCE) {
            throw refused("limit", "At most %d come at once.".formatted(MOST_AT_ONCE));
        }
        return limit == null ? 50 : limit.intValue();
    }

    static ProblemException refused(String name, String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(name, what)));
    }
}
