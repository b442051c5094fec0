package threeline.desk.timekeeping.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A promise's time as a picture: all places are per cent of its width, so that it needs no measure and no style.
 *
 * @param due where its flag stands; null while no instant is known
 * @param now where its pointer stands; null once it is over
 * @param act where it was met
 * @param expected where the first figure of a range stands
 * @param motion how now moves on without being drawn anew; null while it stands still
 */
public record Bar(
        List<Segment> segments,
        List<Dot> warnings,
        List<Day> days,
        @Nullable String due,
        @Nullable String now,
        @Nullable String act,
        @Nullable String expected,
        @Nullable Motion motion) {

    public enum Kind {
        USED,
        /** Used, and the last warning has passed. */
        LATE,
        LEFT,
        CLOSED,
        HOLD,
        /** After the due instant. */
        OVER,
        MET,
        /** Granted, and not needed. */
        UNUSED
    }

    public record Segment(Kind kind, String x, String width) {}

    public record Dot(String x, boolean passed) {}

    public record Day(String x, String name) {}

    /** From an instant to another, in the browser's milliseconds, and from a place to another, in per cent. */
    public record Motion(long from, long to, String x, String end) {}

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
