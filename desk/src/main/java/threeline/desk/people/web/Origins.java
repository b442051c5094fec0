package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.access.Origin;

/** Where a request comes from, so that its sender knows it again: "Firefox on Linux". */
final class Origins {

    /** What a browser's own words hold, and what it is called; the first that fits, since each pretends to be others. */
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"Edg/", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"Firefox/", "Firefox"},
            new String[] {"Chrome/", "Chrome"},
            new String[] {"Safari/", "Safari"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"iPhone", "an iPhone"},
            new String[] {"iPad", "an iPad"},
            new String[] {"Android", "Android"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS X", "a Mac"},
            new String[] {"Linux", "Linux"});

    private Origins() {}

    static Origin of(HttpServletRequest request) {
        return new Origin(Place.of(request.getRemoteAddr()), browser(request.getHeader("User-Agent")));
    }

    static String browser(@Nullable String words) {
        if (words == null) {
            return "A program";
        }
        return first(BROWSERS, words, "A browser") + " on " + first(SYSTEMS, words, "another system");
    }

    private static String first(List<String[]> known, String words, String otherwise) {
        return known.stream()
                .filter(it -> words.contains(it[0]))
                .map(it -> it[1])
                .findFirst()
                .orElse(otherwise);
    }
}
