package threeline.promises.calendar;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time from {@code start} up to, but not including, {@code end}. */
public record Interval(Instant start, Instant end) {

    public Interval {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("ends before it starts: %s/%s".formatted(start, end));
        }
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean isEmpty() {
        return start.equals(end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** What both have in common; empty when they do not meet. */
    public Interval and(Interval other) {
        var from = later(start, other.start);
        return new Interval(from, later(from, earlier(end, other.end)));
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }
}
