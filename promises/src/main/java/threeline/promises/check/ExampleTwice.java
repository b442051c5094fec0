package threeline.promises.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import threeline.promises.charter.Severity;
import threeline.promises.source.Code;

/** One example stands under two severities, or twice under one. */
final class ExampleTwice implements Rule {

    @Override
    public void look(Look look) {
        var seen = new HashMap<String, Severity>();
        for (var severity : look.charter().severities().all()) {
            severity.guidance().examples().forEach(example -> look(look, severity, example, seen));
        }
    }

    private static void look(Look look, Severity severity, String example, Map<String, Severity> seen) {
        var first = seen.putIfAbsent(words(example), severity);
        if (first != null) {
            var where = first.equals(severity)
                    ? "twice under " + severity.name()
                    : "under %s and under %s".formatted(first.name(), severity.name());
            look.findings()
                    .warning(
                            Code.VALUE_CONFLICT,
                            look.place("severities", severity.id(), "examples"),
                            "the example \"%s\" stands %s".formatted(example, where),
                            "two people with the same trouble choose differently, and are promised different things",
                            "keep it under one of them");
        }
    }

    private static String words(String example) {
        return example.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
