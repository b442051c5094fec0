package threeline.promises.charter;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Weekdays as a charter writes them: {@code mon}, {@code mon-fri}, {@code sat,sun}. */
final class Days {

    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    static final String PATTERN = "(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?";
    static final String LIST = PATTERN + "(\\s*,\\s*" + PATTERN + ")*";

    /** Each day, and each span from one to another. */
    static final List<String> SPANS = NAMES.stream()
            .flatMap(from -> Stream.concat(
                    Stream.of(from),
                    NAMES.stream().filter(to -> !to.equals(from)).map(to -> from + "-" + to)))
            .toList();

    private Days() {}

    static boolean looksLike(String key) {
        return key.toLowerCase(Locale.ROOT).matches(LIST);
    }

    /** The days of a key that looks like days. */
    static List<DayOfWeek> parse(String key) {
        var days = new ArrayList<DayOfWeek>();
        for (var part : key.toLowerCase(Locale.ROOT).split("\\s*,\\s*")) {
            var from = day(part.substring(0, 3));
            var to = day(part.substring(part.length() - 3));
            for (var day = from; ; day = day.plus(1)) {
                days.add(day);
                if (day == to) {
                    break;
                }
            }
        }
        return days;
    }

    static String name(DayOfWeek day) {
        return NAMES.get(day.ordinal());
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(NAMES.indexOf(name) + 1);
    }
}
