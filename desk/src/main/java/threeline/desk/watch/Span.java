package threeline.desk.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import threeline.promises.calendar.Interval;

/** Some days of a place, from midnight to midnight: as long as they really are. */
public record Span(LocalDate first, int days, ZoneId zone) {

    private static final int WEEK = 7;

    public static Span day(LocalDate date, ZoneId zone) {
        return new Span(date, 1, zone);
    }

    /** The seven days that begin with this one. */
    public static Span week(LocalDate first, ZoneId zone) {
        return new Span(first, WEEK, zone);
    }

    public Interval interval() {
        return new Interval(midnight(first), midnight(first.plusDays(days)));
    }

    public Instant from() {
        return interval().start();
    }

    public Instant until() {
        return interval().end();
    }

    public List<LocalDate> dates() {
        return Stream.iterate(first, date -> date.plusDays(1)).limit(days).toList();
    }

    public Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** How far into it an instant lies: from 0 to 1. */
    public double share(Instant at) {
        var whole = interval().length().toMillis();
        return Math.clamp((double) java.time.Duration.between(from(), at).toMillis() / whole, 0.0, 1.0);
    }
}
