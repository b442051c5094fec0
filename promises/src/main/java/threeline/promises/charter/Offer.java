package threeline.promises.charter;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Hours;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

/** A package that organizations may buy: what it overrides, by name, for promises to them. */
public record Offer(
        String id,
        String name,
        Map<String, Hours> calendars,
        Map<String, Map<Metric, Target>> targets,
        Map<String, Channel> channels,
        @Nullable Included included) {

    /** So much handling time in each period. */
    public record Included(Duration time, String per) {}
}
