package threeline.promises.clock;

import java.util.Comparator;
import threeline.promises.sla.Metric;

/**
 * Which of a ticket's promises.
 *
 * @param nth from 1, where there are several of a metric
 * @param aim set by the desk for itself, not promised
 */
public record Which(Metric metric, int nth, boolean aim) implements Comparable<Which> {

    private static final Comparator<Which> ORDER = Comparator.comparing((Which it) -> it.aim())
            .thenComparing(Which::metric)
            .thenComparing(Which::nth);

    public static Which promise(Metric metric, int nth) {
        return new Which(metric, nth, false);
    }

    public static Which aim(Metric metric, int nth) {
        return new Which(metric, nth, true);
    }

    /** Promises first, then aims; each in order of metrics and numbers. */
    @Override
    public int compareTo(Which other) {
        return ORDER.compare(this, other);
    }

    /** As people read it: {@code next-response 2}, {@code response (aim)}. */
    @Override
    public String toString() {
        return metric.word() + (nth > 1 ? " " + nth : "") + (aim ? " (aim)" : "");
    }
}
