package threeline.desk.timekeeping.web;

import static threeline.desk.timekeeping.web.Bar.percent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import threeline.desk.timekeeping.web.Bar.Day;
import threeline.promises.calendar.Interval;

/** The names below a bar: of each day, where its first open stretch begins, unless there is no room. */
final class BarDays {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double ROOM = 11;
    private static final double ROOM_FOR_DATE = 17;

    private BarDays() {}

    static List<Day> of(Pieces pieces, ZoneId zone) {
        var days = new ArrayList<Day>();
        var names = names(pieces, zone);
        var last = LocalDate.MIN;
        var wide = names == DATE ? ROOM_FOR_DATE : ROOM;
        var room = 0.0;
        for (var piece : pieces.all()) {
            if (piece.time() == null || piece.counted().isZero()) {
                continue;
            }
            for (var start : starts(piece.time(), zone)) {
                var date = start.atZone(zone).toLocalDate();
                var x = 100 * piece.xOf(start) / pieces.width();
                if (date.isAfter(last) && x >= room && x <= 100 - wide / 2) {
                    days.add(new Day(percent(x), names.format(date)));
                    room = x + wide;
                }
                last = date.isAfter(last) ? date : last;
            }
        }
        return days;
    }

    /** Where the stretch begins, and each midnight in it. */
    private static List<Instant> starts(Interval stretch, ZoneId zone) {
        var starts = new ArrayList<Instant>();
        for (var at = stretch.start(); at.isBefore(stretch.end()) && starts.size() < 400; ) {
            starts.add(at);
            at = at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        }
        return starts;
    }

    /** Beyond a week the same weekday would name two days. */
    private static DateTimeFormatter names(Pieces pieces, ZoneId zone) {
        var times = pieces.all().stream()
                .filter(piece -> piece.time() != null)
                .map(Pieces.Piece::time)
                .toList();
        var withinAWeek = times.isEmpty()
                || Duration.between(times.getFirst().start(), times.getLast().end())
                                .compareTo(Duration.ofDays(7))
                        < 0;
        return withinAWeek ? WEEKDAY : DATE;
    }
}
