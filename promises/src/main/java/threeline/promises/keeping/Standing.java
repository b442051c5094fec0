package threeline.promises.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.State;
import threeline.promises.sla.Metric;

/**
 * A ticket as judged at an instant.
 *
 * @param promises by metric, in order of their numbers, then aims
 * @param happenings all that happened up to then, in order
 * @param nextAt when something next happens by itself; null when nothing will
 */
public record Standing(
        List<Promise> promises,
        List<Happening> happenings,
        Situation situation,
        @Nullable Instant nextAt) {

    /** The latest promise of a metric. */
    public Optional<Promise> promise(Metric metric) {
        return latest(metric, false);
    }

    /** The latest aim of a metric. */
    public Optional<Promise> aim(Metric metric) {
        return latest(metric, true);
    }

    private Optional<Promise> latest(Metric metric, boolean aim) {
        return promises.stream()
                .filter(it -> it.metric() == metric && it.aim() == aim)
                .reduce((_, later) -> later);
    }

    /** When the next promise to the requester or of the desk to itself is due; empty when none runs. */
    public Optional<Instant> nextDueAt() {
        return promises.stream()
                .filter(it -> it.state() == State.RUNNING)
                .flatMap(it -> Optional.ofNullable(it.dueAt()).stream())
                .min(Instant::compareTo);
    }
}
