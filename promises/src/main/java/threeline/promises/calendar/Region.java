package threeline.promises.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/** A country or subdivision whose public holidays are known, by its ISO 3166 code: {@code GB-ENG}, {@code US-MA}. */
public record Region(String code) {

    private static final Map<Region, Map<Integer, SortedMap<LocalDate, String>>> KNOWN = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException for a code that is not {@link #known()} */
    public Region {
        if (!isKnown(code)) {
            throw new IllegalArgumentException("no holidays are known for " + code);
        }
    }

    public static boolean isKnown(String code) {
        return KeptHolidays.has(code) || HolidaySource.isKnown(code);
    }

    /** The codes of all places whose holidays are known. */
    public static SortedSet<String> known() {
        return HolidaySource.codes();
    }

    /** The public holidays of a year by their names in English, on the dates on which they are observed. */
    public SortedMap<LocalDate, String> holidays(int year) {
        return KNOWN.computeIfAbsent(this, _ -> new ConcurrentHashMap<>()).computeIfAbsent(year, this::lookedUp);
    }

    private SortedMap<LocalDate, String> lookedUp(int year) {
        var kept = KeptHolidays.of(code, year);
        return kept == null ? HolidaySource.holidays(code, year) : kept;
    }

    @Override
    public String toString() {
        return code;
    }
}
