package threeline.desk.timekeeping.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise as its page shows it.
 *
 * @param id tells it from the ticket's other promises
 * @param target what is granted, as the charter writes it
 * @param label the whole bar in words
 */
public record PromiseView(
        String id, String name, String target, Standing standing, Due due, Bar bar, String label, Why why) {

    /**
     * How it stands: an icon, a word and a colour.
     *
     * @param counting how the word counts on by itself; null where it stands still
     */
    public record Standing(
            String state,
            String icon,
            String text,
            @Nullable Counting counting) {}

    /** So much was left at an instant, and less each moment until another. Or, past due, so much more. */
    public record Counting(
            @Nullable Long left,
            @Nullable Long until,
            @Nullable Long due,
            long at) {}

    /** When it is due, as a sentence with its time in bold. */
    public record Due(String before, String time, String after) {}

    /** How that came about. */
    public record Why(List<Line> lines, Source source) {}

    /** One stretch: counted, left, closed, hold or over; or the sum of what counted. */
    public record Line(String kind, String what, String much) {

        static Line of(String kind, String what, Duration much) {
            return new Line(kind, what, threeline.desk.web.Moments.length(much));
        }
    }

    /** Where the charter says so; no line where it doesn't. */
    public record Source(String version, int line, String text) {}
}
