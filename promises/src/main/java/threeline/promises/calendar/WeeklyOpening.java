package threeline.promises.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A weekly pattern in a zone, with its holidays and other exceptions. */
record WeeklyOpening(ZoneId zone, Map<DayOfWeek, List<Window>> week, Hours.Exceptions exceptions) implements Opening {

    @Override
    public Spans between(long from, long until) {
        var open = new Spans.Gathering();
        var last = date(Instant.ofEpochSecond(until)).plusDays(1);
        for (var date = date(Instant.ofEpochSecond(from)).minusDays(2); date.isBefore(last); date = date.plusDays(1)) {
            for (var window : on(date)) {
                open.add(Math.max(from, second(window.startOn(date))), Math.min(until, second(window.endOn(date))));
            }
        }
        return open.spans();
    }

    private List<Window> on(LocalDate date) {
        var ownHours = exceptions.open().get(date);
        if (ownHours != null) {
            return inOrder(ownHours);
        }
        var usual = usually(date);
        return usual.isEmpty() || exceptions.closed().contains(date) || holiday(date) != null ? List.of() : usual;
    }

    private List<Window> usually(LocalDate date) {
        return inOrder(week.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    private static List<Window> inOrder(List<Window> windows) {
        return windows.size() < 2
                ? windows
                : windows.stream().sorted(Comparator.comparing(Window::start)).toList();
    }

    private @Nullable String holiday(LocalDate date) {
        var region = exceptions.holidays();
        return region == null ? null : region.holidays(date.getYear()).get(date);
    }

    /** A local time that a clock change skips is the instant of the jump, one that it doubles its first occurrence. */
    private long second(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).toEpochSecond()
                : local.toEpochSecond(offsets.getFirst());
    }

    private LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    @Override
    public Closed why(Instant instant) {
        var date = date(instant);
        var eve = date.minusDays(1);
        return wouldBeOpenSince(eve, instant) ? whyOn(eve) : whyOn(date);
    }

    /** Whether a window of that date, had it not been closed, would have run into this instant. */
    private boolean wouldBeOpenSince(LocalDate date, Instant instant) {
        return on(date).isEmpty()
                && usually(date).stream()
                        .anyMatch(it -> it.runsIntoNextDay() && second(it.endOn(date)) > instant.getEpochSecond());
    }

    private Closed whyOn(LocalDate date) {
        if (!on(date).isEmpty()) {
            return new Closed.OutsideHours();
        }
        if (exceptions.closed().contains(date) || exceptions.open().containsKey(date)) {
            return new Closed.OnDate();
        }
        var holiday = holiday(date);
        if (holiday != null) {
            return new Closed.Holiday(holiday);
        }
        var day = date.getDayOfWeek();
        return day.compareTo(DayOfWeek.FRIDAY) > 0 ? new Closed.Weekend() : new Closed.DayOff(day);
    }

    @Override
    public NavigableSet<Instant> seams(Interval within) {
        var all = new TreeSet<Instant>();
        var last = date(within.end());
        for (var date = date(within.start()); !date.isAfter(last); date = date.plusDays(1)) {
            all.add(date.atStartOfDay(zone).toInstant());
            for (var window : usually(date.minusDays(1))) {
                all.add(Instant.ofEpochSecond(second(window.endOn(date.minusDays(1)))));
            }
        }
        return all;
    }

    @Override
    public Opening inPlainWeeks() {
        return new WeeklyOpening(ZoneOffset.UTC, week, Hours.Exceptions.NONE);
    }
}
