package threeline.promises.check;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import threeline.promises.calendar.Interval;

/** Gaps of two years, told as people see them: what comes back each week, and the dates on which there are others. */
record Gaps(List<Interval> all, ZoneId zone) {

    /** What happens more often than holidays do belongs to the week. */
    private static final int OFTEN = 20;

    private static final Duration LONG = Duration.ofDays(13);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** When in the week something begins and ends, and how many midnights lie between. */
    private record Shape(int days, LocalTime start, LocalTime end) implements Comparable<Shape> {

        @Override
        public int compareTo(Shape other) {
            return Comparator.comparingInt(Shape::days)
                    .thenComparing(Shape::start)
                    .thenComparing(Shape::end)
                    .compare(this, other);
        }
    }

    private record Weekly(Shape shape, DayOfWeek day) {}

    boolean isEmpty() {
        return all.isEmpty();
    }

    Interval longest() {
        return all.stream().max(Comparator.comparing(Interval::length)).orElseThrow();
    }

    @Override
    public String toString() {
        return all.stream().anyMatch(gap -> gap.length().compareTo(LONG) > 0)
                ? all.stream().map(this::dated).collect(joining(", "))
                : told();
    }

    /** Only what comes back each week, where something does. */
    String weekly() {
        var told = toString();
        var besides = told.indexOf("; besides ");
        return besides < 0 ? told : told.substring(0, besides);
    }

    private String told() {
        var counts = new java.util.HashMap<Weekly, Integer>();
        all.forEach(gap -> counts.merge(weekly(gap), 1, Integer::sum));
        var week = new TreeMap<Shape, TreeSet<DayOfWeek>>();
        var dates = new ArrayList<String>();
        for (var gap : all) {
            var weekly = weekly(gap);
            if (counts.getOrDefault(weekly, 0) >= OFTEN) {
                week.computeIfAbsent(weekly.shape(), _ -> new TreeSet<>()).add(weekly.day());
            } else {
                dates.add(dated(gap));
            }
        }
        var pattern = week.entrySet().stream().map(Gaps::weekly).collect(joining(", "));
        var on = String.join(", ", dates);
        return dates.isEmpty() ? pattern : pattern.isEmpty() ? on : pattern + "; besides " + on;
    }

    private Weekly weekly(Interval gap) {
        var start = local(gap.start());
        var end = local(gap.end());
        var days = (int) ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
        return new Weekly(new Shape(days, start.toLocalTime(), end.toLocalTime()), start.getDayOfWeek());
    }

    private static String weekly(Map.Entry<Shape, TreeSet<DayOfWeek>> entry) {
        return runs(entry.getValue()).stream()
                .map(run -> said(entry.getKey(), run))
                .collect(joining(", "));
    }

    private static String said(Shape shape, List<DayOfWeek> run) {
        var first = name(run.getFirst());
        var days = run.size() == 1 ? first : first + "–" + name(run.getLast());
        var untilMidnight = shape.days() == 1 && shape.end().equals(LocalTime.MIDNIGHT);
        var end = untilMidnight ? "24:00" : TIME.format(shape.end());
        if (shape.days() == 0 || untilMidnight) {
            return "%s %s–%s".formatted(days, TIME.format(shape.start()), end);
        }
        return run.size() == 1
                ? "%s %s–%s %s"
                        .formatted(
                                days,
                                TIME.format(shape.start()),
                                name(run.getFirst().plus(shape.days())),
                                end)
                : "%s %s–%s %d day later".formatted(days, TIME.format(shape.start()), end, shape.days());
    }

    private static List<List<DayOfWeek>> runs(TreeSet<DayOfWeek> days) {
        var runs = new ArrayList<List<DayOfWeek>>();
        for (var day : days) {
            if (runs.isEmpty() || runs.getLast().getLast().getValue() + 1 != day.getValue()) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(day);
        }
        return runs;
    }

    private String dated(Interval gap) {
        var start = local(gap.start());
        var end = local(gap.end());
        return start.toLocalDate().equals(end.toLocalDate())
                ? DATE_TIME.format(start) + "–" + TIME.format(end)
                : DATE_TIME.format(start) + " – " + DATE_TIME.format(end);
    }

    private LocalDateTime local(java.time.Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
