package threeline.promises.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code 1d} and {@code 1w} stand for on a calendar.
 *
 * @param length of one working day
 * @param aWeek how many of them a week has
 */
public record WorkingDay(Duration length, int aWeek) {

    static final WorkingDay ROUND_THE_CLOCK = new WorkingDay(Duration.ofDays(1), 7);

    private static final LocalDate ANY_MONDAY = LocalDate.of(2026, 1, 5);

    static WorkingDay stated(Duration length, Opening opening) {
        return new WorkingDay(length, openDays(opening.inPlainWeeks()));
    }

    /** The most frequent length of an open day, of equals the longer; of no length where the week never opens. */
    static WorkingDay of(Map<DayOfWeek, List<Window>> week) {
        var frequency = new TreeMap<Duration, Integer>();
        week.values().forEach(windows -> frequency.merge(length(windows), 1, Integer::sum));
        frequency.remove(Duration.ZERO);
        var usual = Duration.ZERO;
        for (var entry : frequency.entrySet()) {
            if (entry.getValue() >= frequency.getOrDefault(usual, 0)) {
                usual = entry.getKey();
            }
        }
        return new WorkingDay(
                usual, frequency.values().stream().mapToInt(it -> it).sum());
    }

    private static Duration length(List<Window> windows) {
        var day = new Spans.Gathering();
        windows.stream()
                .sorted((one, two) -> one.start().compareTo(two.start()))
                .forEach(it -> day.add(
                        it.start().toSecondOfDay(),
                        it.start().toSecondOfDay() + it.length().toSeconds()));
        return Duration.ofSeconds(day.spans().total());
    }

    private static int openDays(Opening opening) {
        var days = 0;
        for (var date = ANY_MONDAY; date.isBefore(ANY_MONDAY.plusWeeks(1)); date = date.plusDays(1)) {
            var start = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            if (opening.between(start, start + Duration.ofDays(1).toSeconds()).total() > 0) {
                days++;
            }
        }
        return days;
    }
}
