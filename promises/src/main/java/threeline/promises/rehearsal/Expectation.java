package threeline.promises.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.State;
import threeline.promises.sla.Metric;

/** What a scenario expects to see of a ticket; what isn't named may be anything. */
public record Expectation(Map<String, String> situation, List<OfPromise> promises) {

    static final String STATUS = "status";

    /** The status of what was not let in, so that no ticket came of it. */
    static final String REFUSED = "refused";

    public Expectation {
        promises = List.copyOf(promises);
    }

    /** Whether all that is expected is that nobody was let in. */
    boolean isOfRefusal() {
        return promises.isEmpty() && situation.equals(Map.of(STATUS, REFUSED));
    }

    /** What is expected of the latest promise (or aim) of a metric: when things happen, and how much is used up. */
    public record OfPromise(
            Metric metric, boolean aim, @Nullable State state, Times times, Amounts amounts) {}

    /** The instants of a promise. */
    public record Times(
            @Nullable Instant due,
            @Nullable Instant breached,
            @Nullable Instant late) {}

    /** What has counted and what is left. */
    public record Amounts(
            @Nullable Duration elapsed, @Nullable Duration left) {}
}
