package threeline.desk.mail;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What an invitation (text/calendar) says, in a few lines for people. */
final class Invitation {

    private static final int MOST_LINES = 5_000;

    private Invitation() {}

    /** Empty where there is nothing of the kind in it. */
    static String words(String calendar) {
        var fields = event(calendar);
        var method = fields.getOrDefault("METHOD", "").toUpperCase(Locale.ROOT);
        var what = switch (method) {
            case "CANCEL" -> "Called off";
            case "REPLY" -> "Answer to an invitation";
            default -> "Invitation";
        };
        var summary = fields.getOrDefault("SUMMARY", "");
        if (summary.isEmpty() && !fields.containsKey("DTSTART")) {
            return "";
        }
        var words = new StringBuilder("[%s: %s]".formatted(what, summary));
        add(words, "When", when(fields.getOrDefault("DTSTART", ""), fields.getOrDefault("DTEND", "")));
        add(words, "Where", fields.getOrDefault("LOCATION", ""));
        add(words, "By", fields.getOrDefault("ORGANIZER", "").replaceFirst("(?i)^mailto:", ""));
        return words.toString();
    }

    private static void add(StringBuilder words, String name, String value) {
        if (!value.isBlank()) {
            words.append("\n%s: %s".formatted(name, value));
        }
    }

    private static String when(String start, String end) {
        return end.isEmpty() ? moment(start) : "%s to %s".formatted(moment(start), moment(end));
    }

    private static String moment(String stamp) {
        return stamp.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\d(Z?))?.*$", "$1-$2-$3 $4:$5$6")
                .replaceFirst(" :$", "")
                .replaceFirst("Z$", " UTC");
    }

    private static Map<String, String> event(String calendar) {
        var fields = new LinkedHashMap<String, String>();
        var inside = false;
        var lines = calendar.replaceAll("\r?\n[ \t]", "").split("\r?\n", MOST_LINES);
        for (var line : lines) {
            inside = line.startsWith("BEGIN:VEVENT") || inside && !line.startsWith("END:VEVENT");
            var colon = line.indexOf(':');
            var name =
                    colon < 0 ? "" : line.substring(0, colon).split(";", 2)[0].toUpperCase(Locale.ROOT);
            if (!name.isEmpty() && (inside || name.equals("METHOD"))) {
                fields.putIfAbsent(name, plain(line.substring(colon + 1)));
            }
        }
        return fields;
    }

    private static String plain(String value) {
        return HeaderText.withoutControls(value.replace("\\n", " ")
                .replace("\\N", " ")
                .replace("\\,", ",")
                .replace("\\;", ";"));
    }
}
