package threeline.promises.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holidays of the places asked for most, kept in a table each, since the holiday library takes half a second to wake. A
 * test compares the tables with the library; it also writes them.
 */
final class KeptHolidays {

    static final int FIRST_YEAR = 2020;
    static final int LAST_YEAR = 2040;

    private static final NavigableMap<LocalDate, String> NOT_KEPT = new TreeMap<>();
    private static final ConcurrentHashMap<String, NavigableMap<LocalDate, String>> READ = new ConcurrentHashMap<>();

    private KeptHolidays() {}

    static boolean has(String code) {
        return isPlain(code) && table(code) != NOT_KEPT;
    }

    /** Null where they aren't kept, for this place or this year. */
    static @Nullable SortedMap<LocalDate, String> of(String code, int year) {
        return has(code) && FIRST_YEAR <= year && year <= LAST_YEAR
                ? table(code).subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                : null;
    }

    static String file(String code) {
        return "holidays/" + code + ".txt";
    }

    /** Nothing that could lead out of the folder. */
    private static boolean isPlain(String code) {
        return !code.isEmpty() && code.chars().allMatch(it -> it >= 'A' && it <= 'Z' || it == '-');
    }

    private static NavigableMap<LocalDate, String> table(String code) {
        return READ.computeIfAbsent(code, KeptHolidays::read);
    }

    private static NavigableMap<LocalDate, String> read(String code) {
        try (var file = KeptHolidays.class.getResourceAsStream(file(code))) {
            if (file == null) {
                return NOT_KEPT;
            }
            var table = new TreeMap<LocalDate, String>();
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                table.put(LocalDate.parse(line.substring(0, 10)), line.substring(11));
            }
            return table;
        } catch (IOException broken) {
            throw new UncheckedIOException("the kept holidays of %s can't be read".formatted(code), broken);
        }
    }
}
