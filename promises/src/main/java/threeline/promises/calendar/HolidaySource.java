package threeline.promises.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The one place that knows the holiday library; nothing of it is loaded before a holiday is asked for. */
final class HolidaySource {

    private HolidaySource() {}

    static boolean isKnown(String code) {
        return code.equals(code.toUpperCase(Locale.ROOT))
                && manager(country(code)) instanceof HolidayManager manager
                && hasPart(manager.getCalendarHierarchy(), parts(code));
    }

    static SortedSet<String> codes() {
        var all = new TreeSet<String>();
        for (var country : HolidayManager.getSupportedCalendarCodes()) {
            if (country.length() == 2 && manager(country.toLowerCase(Locale.ROOT)) instanceof HolidayManager manager) {
                var code = country.toUpperCase(Locale.ROOT);
                all.add(code);
                for (var part : manager.getCalendarHierarchy().getChildren().keySet()) {
                    all.add(code + "-" + part.toUpperCase(Locale.ROOT));
                }
            }
        }
        return all;
    }

    /** A holiday that its place moves to another day is told on that other day. */
    static SortedMap<LocalDate, String> holidays(String code, int year) {
        var manager = manager(country(code));
        if (manager == null) {
            throw new IllegalArgumentException("no holidays are known for " + code);
        }
        var names = new TreeMap<LocalDate, SortedSet<String>>();
        for (var holiday : manager.getHolidays(Year.of(year), parts(code))) {
            if (holiday.getType() != HolidayType.OBSERVANCE) {
                var date = holiday.getObservedDate().orElse(holiday.getActualDate());
                names.computeIfAbsent(date, _ -> new TreeSet<>()).add(holiday.getDescription(Locale.ENGLISH));
            }
        }
        var all = new TreeMap<LocalDate, String>();
        names.forEach((date, each) -> all.put(date, String.join(", ", each)));
        return all;
    }

    private static @Nullable HolidayManager manager(String country) {
        return HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))
                ? HolidayManager.getInstance(ManagerParameters.create(country))
                : null;
    }

    private static boolean hasPart(CalendarHierarchy whole, String[] parts) {
        var place = whole;
        for (var part : parts) {
            place = place.getChildren().get(part);
            if (place == null) {
                return false;
            }
        }
        return true;
    }

    private static String country(String code) {
        return code.split("-", -1)[0].toLowerCase(Locale.ROOT);
    }

    private static String[] parts(String code) {
        return Arrays.stream(code.split("-", -1))
                .skip(1)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
