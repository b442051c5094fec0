package threeline.promises.calendar;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calendars of a charter by name, read in one zone; {@code always} is one of them. */
public final class Calendars {

    public static final String ALWAYS = "always";

    private final ZoneId zone;
    private final @Nullable Region holidays;
    private final Map<String, Hours> hours;
    private final Map<Hours, Calendar> read = new ConcurrentHashMap<>();

    private Calendars(ZoneId zone, @Nullable Region holidays, Map<String, Hours> hours) {
        this.zone = zone;
        this.holidays = holidays;
        this.hours = hours;
    }

    /** The calendars of a charter; those without a zone of their own are read in {@code zone}. */
    public static Calendars of(ZoneId zone, Map<String, Hours> hours) {
        var all = new LinkedHashMap<>(hours);
        all.put(ALWAYS, new Hours.Always());
        return new Calendars(zone, null, all);
    }

    /** The same with some replaced or added by name; what is made from a replaced one is made again. */
    public Calendars with(Map<String, Hours> others) {
        var all = new LinkedHashMap<>(hours);
        all.putAll(others);
        all.put(ALWAYS, new Hours.Always());
        return new Calendars(zone, holidays, all);
    }

    /** As an organization reads them: in its zone where they state none, its holidays in the place of others. */
    public Calendars readFor(@Nullable ZoneId itsZone, @Nullable Region itsHolidays) {
        return new Calendars(itsZone == null ? zone : itsZone, itsHolidays == null ? holidays : itsHolidays, hours);
    }

    public Set<String> names() {
        return hours.keySet();
    }

    public boolean has(String name) {
        return hours.containsKey(name);
    }

    /** What the charter says of a calendar. */
    public @Nullable Hours hours(String name) {
        return hours.get(name);
    }

    /** @throws IllegalArgumentException for an unknown name, or one that is defined by itself */
    public Calendar get(String name) {
        return get(new Hours.Named(name));
    }

    /** @throws IllegalArgumentException for hours that name an unknown calendar, or one defined by itself */
    public Calendar get(Hours wanted) {
        var known = read.get(wanted);
        if (known == null) {
            known = new Reading(zone, holidays, hours, new HashMap<>()).of(wanted);
            var first = read.putIfAbsent(wanted, known);
            return first == null ? known : first;
        }
        return known;
    }
}
