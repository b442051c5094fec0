package threeline.promises.clock;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Interval;
import threeline.promises.sla.Target;

/**
 * How a due instant came about: every stretch that counted, every stretch left out and why.
 *
 * @param parts in order, without holes, from the start to the due instant (or to where the clock stands or ended)
 * @param counted the sum of what counted
 * @param target what the charter says, with its line
 * @param version of the charter that rules; empty where nothing is promised
 */
public record Explanation(
        List<Part> parts, Duration counted, @Nullable Target target, String version) {

    /** A stretch of time, and what it is to the promise. */
    public record Part(Interval interval, Reason reason) {}

    public Explanation {
        parts = List.copyOf(parts);
    }
}
