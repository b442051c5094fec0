package threeline.promises.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import threeline.promises.testing.Draw;

/** Random hours: weekly ones with windows anywhere, in zones with the oddest clock changes, and expressions of them. */
public final class SomeHours {

    public static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/London"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"), // changes by half an hour
            ZoneId.of("America/Havana"), // skips midnight
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("UTC"));

    private SomeHours() {}

    public static Hours.Weekly weekly(Draw draw) {
        var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (!draw.oneIn(3)) {
                week.put(day, draw.some(1, 3, () -> window(draw)));
            }
        }
        return new Hours.Weekly(draw.oneOf(ZONES), week, exceptions(draw));
    }

    public static Hours any(Draw draw, int depth) {
        if (depth == 0 || draw.oneIn(2)) {
            return weekly(draw);
        }
        return switch (draw.between(0, 2)) {
            case 0 -> new Hours.Not(any(draw, depth - 1));
            case 1 -> new Hours.Any(draw.some(1, 3, () -> any(draw, depth - 1)));
            default -> new Hours.All(draw.some(1, 3, () -> any(draw, depth - 1)));
        };
    }

    private static Hours.Exceptions exceptions(Draw draw) {
        var closed = new HashSet<>(draw.some(0, 4, () -> date(draw)));
        var open = new HashMap<LocalDate, List<Window>>();
        draw.some(0, 3, () -> date(draw)).forEach(it -> open.put(it, draw.some(0, 2, () -> window(draw))));
        var region = draw.oneIn(2) ? new Region("GB-ENG") : null;
        return new Hours.Exceptions(region, closed, Map.copyOf(open));
    }

    /** A day of the weeks in which clocks change. */
    public static LocalDate date(Draw draw) {
        var around = draw.oneOf(List.of(
                LocalDate.of(2026, 3, 8),
                LocalDate.of(2026, 3, 29),
                LocalDate.of(2026, 10, 25),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 12, 28)));
        return around.plusDays(draw.between(-4, 4));
    }

    private static Window window(Draw draw) {
        return new Window(time(draw), time(draw));
    }

    /** Often an hour at which clocks change. */
    private static LocalTime time(Draw draw) {
        return draw.oneIn(3)
                ? LocalTime.of(draw.between(0, 3), 30 * draw.between(0, 1))
                : LocalTime.of(draw.between(0, 23), draw.between(0, 59));
    }
}
