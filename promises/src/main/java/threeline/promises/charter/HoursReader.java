package threeline.promises.charter;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Hours;
import threeline.promises.calendar.Region;
import threeline.promises.calendar.Window;
import threeline.promises.source.Code;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Node;
import threeline.promises.source.Reader;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** Reads a calendar: days with their windows and exceptions, or an expression over other calendars. */
final class HoursReader {

    private static final Key<Hours> NOT = Key.of("not", named(), "open exactly when this calendar is not");
    private static final Key<List<Hours>> ANY =
            Key.of("any", Kinds.some(named()), "open when one of these calendars is");
    private static final Key<List<Hours>> ALL =
            Key.of("all", Kinds.some(named()), "open when all of these calendars are");
    private static final Key<ZoneId> ZONE =
            Key.of("zone", Scalars.ZONE, "where these hours are local time, if not in the charter's zone");
    private static final Key<Region> HOLIDAYS = Key.of(
            "holidays", Texts.REGION, "a country or subdivision (GB-ENG, US-MA) whose public holidays are closed");
    private static final Key<List<LocalDate>> CLOSED =
            Key.of("closed", Kinds.some(Scalars.DATE), "dates that are closed besides");
    private static final Key<Map<LocalDate, List<Window>>> OPEN =
            Key.of("open", new Dates(), "dates with hours of their own, whatever else is said of them");
    private static final Key<Duration> DAY = Key.of(
            "day", Texts.DURATION, "how long a working day (1d) is; else the most frequent length of an open day");

    static final Section SECTION = Section.of(
                    "a calendar",
                    "opening hours: days (mon-fri: 09:30-17:30) and their exceptions, or an expression over other calendars",
                    NOT,
                    ANY,
                    ALL,
                    ZONE,
                    HOLIDAYS,
                    CLOSED,
                    OPEN,
                    DAY)
            .besides(Days.SPANS);

    static final Kind<Hours> HOURS = Kinds.of(
            HoursReader::read,
            () -> Texts.withDays(Kinds.section(SECTION, _ -> null).schema()));

    private HoursReader() {}

    private static Kind<Hours> named() {
        return Kinds.map(Scalars.name(Sort.CALENDAR), Hours.Named::new);
    }

    private static @Nullable Hours read(Node node, Reader reader) {
        if (node instanceof Node.Text text && text.value().equals(Texts.TO_FOLLOW)) {
            return Texts.toFollow(text, reader, "these hours", new Hours.Always());
        }
        if (!(node instanceof Node.Fields fields)) {
            return reader.bad(
                    node, "a calendar is a mapping, this is " + node.kind(), "write { mon-fri: 09:00-17:00 }");
        }
        var days = fields.fields().stream()
                .filter(field -> Days.looksLike(field.key().value()))
                .toList();
        var rest = fields.fields().stream()
                .filter(field -> !Days.looksLike(field.key().value()))
                .toList();
        var form = Form.of(SECTION, new Node.Fields(node.at(), rest), reader);
        return form == null ? null : withDay(form, hours(form, days));
    }

    private static @Nullable Hours withDay(Form form, @Nullable Hours hours) {
        var day = form.get(DAY);
        return hours == null || day == null ? hours : new Hours.WithDay(hours, day);
    }

    private static @Nullable Hours hours(Form form, List<Node.Field> days) {
        var ways =
                (form.has(NOT) ? 1 : 0) + (form.has(ANY) ? 1 : 0) + (form.has(ALL) ? 1 : 0) + (days.isEmpty() ? 0 : 1);
        if (ways == 0 && form.hasUnknown()) {
            return null; // what was meant for days is told already
        }
        if (ways != 1) {
            form.reader()
                    .findings()
                    .error(
                            Code.VALUE_BAD,
                            form.at(),
                            ways == 0
                                    ? "this calendar never opens"
                                    : "a calendar is either days or one of not, any, all",
                            ways == 0
                                    ? "add days, such as mon-fri: 09:00-17:00"
                                    : "give the parts names of their own and join those");
            return null;
        }
        return days.isEmpty() ? expression(form) : weekly(form, days);
    }

    private static @Nullable Hours expression(Form form) {
        var any = form.get(ANY);
        var all = form.get(ALL);
        if (any != null) {
            return any.isEmpty() ? null : new Hours.Any(any);
        }
        if (all != null) {
            return all.isEmpty() ? null : new Hours.All(all);
        }
        var not = form.get(NOT);
        return not == null ? null : new Hours.Not(not);
    }

    private static Hours weekly(Form form, List<Node.Field> days) {
        var exceptions = new Hours.Exceptions(
                form.get(HOLIDAYS), Set.copyOf(form.get(CLOSED, List.of())), form.get(OPEN, Map.of()));
        return new Hours.Weekly(form.get(ZONE), week(days, form.reader()), exceptions);
    }

    private static Map<DayOfWeek, List<Window>> week(List<Node.Field> days, Reader reader) {
        var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        for (var field : days) {
            var windows = reader.under(field.key(), field.value(), Texts.WINDOWS);
            for (var day : Days.parse(field.key().value())) {
                if (windows != null && week.putIfAbsent(day, windows) != null) {
                    reader.findings()
                            .error(
                                    Code.VALUE_CONFLICT,
                                    field.key().at(),
                                    "%s has hours twice in this calendar".formatted(Days.name(day)),
                                    "join the windows with a comma: \"09:00-12:00, 13:00-17:00\"");
                }
            }
        }
        return week;
    }
}
