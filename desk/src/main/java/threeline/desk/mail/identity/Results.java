package threeline.desk.mail.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What another server found (Authentication-Results, RFC 8601). Only the topmost field counts, and only where it says that
 * it is from the server that is believed: whatever stands further down, a sender may have written.
 */
record Results(List<Result> results) {

    private static final String FIELD = "Authentication-Results";
    private static final Pattern METHOD = Pattern.compile("([a-z][a-z0-9-]*)(?:/[0-9]+)?=([a-z]+)");
    private static final Pattern PROPERTY = Pattern.compile("([a-z]+\\.[a-z0-9_-]+)=(\\S+)");
    private static final int MOST_COMMENTS = 200;

    /** A method such as {@code dmarc}, what came of it, and what it was about. */
    record Result(String method, String outcome, Map<String, String> about) {

        boolean passed() {
            return outcome.equals("pass");
        }

        String domainOf(String... properties) {
            for (var property : properties) {
                var value = about.get(property);
                if (value != null) {
                    return Domains.ofAddress(value);
                }
            }
            return "";
        }
    }

    static Optional<Results> of(RawMail mail, String believed) {
        return mail.fields(FIELD).stream()
                .findFirst()
                .map(it -> plain(it.substring(it.indexOf(':') + 1)))
                .map(it -> it.split(";"))
                .filter(it -> it[0].strip().split("\\s")[0].equalsIgnoreCase(believed.strip()))
                .map(Results::parsed);
    }

    Optional<Result> first(String method) {
        return results.stream().filter(it -> it.method().equals(method)).findFirst();
    }

    private static Results parsed(String[] stretches) {
        var results = new ArrayList<Result>();
        for (var i = 1; i < stretches.length; i++) {
            var method = METHOD.matcher(stretches[i]);
            if (method.find()) {
                var about = new HashMap<String, String>();
                PROPERTY.matcher(stretches[i])
                        .results()
                        .forEach(
                                it -> about.putIfAbsent(it.group(1), it.group(2).replace("\"", "")));
                results.add(new Result(method.group(1), method.group(2), Map.copyOf(about)));
            }
        }
        return new Results(List.copyOf(results));
    }

    /** In small letters, without comments and without what is said in quotes, which may look like results. */
    private static String plain(String field) {
        var text =
                field.replaceAll("[\\r\\n\\t]+", " ").toLowerCase(Locale.ROOT).replaceAll("reason=\"[^\"]*+\"", "");
        for (var i = 0; i < MOST_COMMENTS && text.indexOf('(') >= 0; i++) {
            var less = text.replaceAll("\\([^()]*+\\)", " ");
            if (less.equals(text)) {
                return text.substring(0, text.indexOf('('));
            }
            text = less;
        }
        return text;
    }
}
