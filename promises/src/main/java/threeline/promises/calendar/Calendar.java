package threeline.promises.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours during which a promise runs, and what they make of instants and durations.
 *
 * <p>Immutable to its users, and safe among threads: what it remembers of past questions only makes it faster. It knows
 * the years from 1970 to 2199; instants outside them are refused with a {@link DateTimeException}.
 */
public final class Calendar {

    public static final Calendar ALWAYS = new Calendar(new Opening.Always(), WorkingDay.ROUND_THE_CLOCK);

    /** How far ahead open time is looked for. */
    public static final Duration HORIZON = Duration.ofDays(3653);

    private static final long YEAR = Duration.ofDays(366).toSeconds();
    private static final long FIRST = 0;
    private static final long LAST = LocalDate.of(2200, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);

    private final Opening opening;
    private final @Nullable WorkingDay day;
    private volatile @Nullable Timetable known;

    Calendar(Opening opening, @Nullable WorkingDay day) {
        this.opening = opening;
        this.day = day;
    }

    Opening opening() {
        return opening;
    }

    Calendar withDay(Duration length) {
        return new Calendar(opening, WorkingDay.stated(length, opening));
    }

    /** What {@code 1d} stands for; null on a calendar made by algebra that doesn't state it. */
    public @Nullable WorkingDay day() {
        return day;
    }

    public boolean isOpen(Instant instant) {
        return covering(instant).isOpenAt(instant.getEpochSecond());
    }

    /** How much of an interval is open, to the nanosecond. */
    public Duration openIn(Interval interval) {
        return Duration.ofNanos(openNanos(interval.start(), interval.end()));
    }

    /** As {@link #openIn}, in nanoseconds. */
    public long openNanos(Instant start, Instant end) {
        covering(start);
        var table = covering(end);
        return table.openUntil(end.getEpochSecond(), end.getNano())
                - table.openUntil(start.getEpochSecond(), start.getNano());
    }

    /**
     * The earliest instant by which so much open time has passed since {@code start}: {@code start} itself for none,
     * the closing time for what ends exactly with the day.
     *
     * @return null where ten years don't hold as much
     */
    public @Nullable Instant dueAt(Instant start, Duration allowance) {
        return dueAfterNanos(start, allowance.toNanos());
    }

    /** As {@link #dueAt}, for nanoseconds. */
    public @Nullable Instant dueAfterNanos(Instant start, long allowance) {
        if (allowance <= 0) {
            return start;
        }
        var end = Math.min(LAST, start.getEpochSecond() + HORIZON.toSeconds());
        var table = covering(start);
        while (true) {
            var first = table.lastStartingBy(start.getEpochSecond());
            var wanted = table.openUntil(first, start.getEpochSecond(), start.getNano()) + allowance;
            var stretch = table.stretchUsingUp(wanted, first);
            if (stretch >= 0) {
                return notAfter(end, table.instant(stretch, wanted));
            }
            if (table.until() >= end) {
                return null;
            }
            table = covering(table.until() + YEAR);
        }
    }

    private static @Nullable Instant notAfter(long end, Instant due) {
        return due.getEpochSecond() > end ? null : due;
    }

    /** The first instant from this one on at which it is open; null where there is none within ten years. */
    public @Nullable Instant opensAt(Instant instant) {
        return isOpen(instant) ? instant : nextSeam(instant, true);
    }

    /** The first instant from this one on at which it is closed; null where there is none within ten years. */
    public @Nullable Instant closesAt(Instant instant) {
        return isOpen(instant) ? nextSeam(instant, false) : instant;
    }

    /** The first instant after this one at which it opens or closes; null where there is none within ten years. */
    public @Nullable Instant seamAfter(Instant instant) {
        return nextSeam(instant, !isOpen(instant));
    }

    private @Nullable Instant nextSeam(Instant instant, boolean opening) {
        var end = Math.min(LAST, instant.getEpochSecond() + HORIZON.toSeconds());
        var table = covering(instant);
        while (true) {
            var i = table.lastStartingBy(instant.getEpochSecond()) + (opening ? 1 : 0);
            var seams = opening ? table.open().starts() : table.open().ends();
            if (i < seams.length && seams[i] < table.until()) {
                return notAfter(end, Instant.ofEpochSecond(seams[i]));
            }
            if (table.until() >= end) {
                return null;
            }
            table = covering(table.until() + YEAR);
        }
    }

    /** An interval taken apart into what is open and what is closed for which reason, in order, without holes. */
    public List<Stretch> stretches(Interval interval) {
        var all = new ArrayList<Stretch>();
        for (var at = interval.start(); at.isBefore(interval.end()); ) {
            var closes = closesAt(at);
            var opens = opensAt(at);
            if (at.equals(opens)) {
                var end = earlier(closes, interval.end());
                all.add(new Stretch(new Interval(at, end), null));
                at = end;
            } else {
                var end = earlier(opens, interval.end());
                all.addAll(Closures.of(opening, new Interval(at, end)));
                at = end;
            }
        }
        return List.copyOf(all);
    }

    private static Instant earlier(@Nullable Instant one, Instant two) {
        return one == null || one.isAfter(two) ? two : one;
    }

    private Timetable covering(Instant instant) {
        return covering(instant.getEpochSecond());
    }

    private Timetable covering(long second) {
        var table = known;
        if (table == null || !table.covers(second)) {
            table = reaching(table, second);
            known = table;
        }
        return table;
    }

    /** Grows what is known by a year more than asked, so that a later question seldom asks for more. */
    private Timetable reaching(@Nullable Timetable table, long second) {
        if (second < FIRST || second >= LAST) {
            throw new DateTimeException("outside the years 1970 to 2199: " + Instant.ofEpochSecond(second));
        }
        var from = Math.max(FIRST, second - YEAR);
        var until = Math.min(LAST, second + 2 * YEAR);
        return table == null
                ? Timetable.of(opening, from, until)
                : Timetable.of(opening, Math.min(from, table.from()), Math.max(until, table.until()));
    }
}
