package threeline.desk.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Closed;
import threeline.promises.calendar.Interval;

/** The public holidays that close a calendar by which groups cover: so a day without cover says why. */
public final class Feasts {

    private Feasts() {}

    /** A holiday by its name. */
    public record Feast(LocalDate date, String name) {}

    /** Each once, in order. */
    public static List<Feast> in(Span span, Reigns reigns) {
        var feasts = new ArrayList<Feast>();
        for (var date : span.dates()) {
            var day = new Interval(span.midnight(date), span.midnight(date.plusDays(1)));
            calendars(reigns, day)
                    .flatMap(it -> it.stretches(day).stream())
                    .map(it -> it.closed() instanceof Closed.Holiday(var name) ? new Feast(date, name) : null)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(feasts::add);
        }
        return feasts;
    }

    private static Stream<Calendar> calendars(Reigns reigns, Interval day) {
        return reigns.in(day).stream()
                .flatMap(reign -> reign.charter().ladder().groups().stream()
                        .map(group -> group.covers())
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(reign.charter()::calendar));
    }
}
