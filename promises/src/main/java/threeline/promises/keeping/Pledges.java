package threeline.promises.keeping;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendars;
import threeline.promises.clock.Goal;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

/** The targets of one severity, those that need no date made ready to be counted. */
record Pledges(Map<Metric, Target> targets, Map<Metric, Goal> ready) {

    static final Pledges NONE = new Pledges(Map.of(), Map.of());

    static Pledges of(Map<Metric, Target> targets, Calendars calendars) {
        var ready = new EnumMap<Metric, Goal>(Metric.class);
        targets.forEach((metric, target) -> {
            switch (target) {
                case Target.Within within ->
                    ready.put(
                            metric,
                            Goal.Limited.of(within, calendars.get(within.limit().calendar())));
                case Target.Measured it ->
                    ready.put(metric, new Goal.Unlimited(it, calendars.get(it.calendar()), it.metBy()));
                case Target.NextRelease _ -> {} // it depends on the date on which a promise gets it
            }
        });
        return new Pledges(targets.isEmpty() ? Map.of() : new EnumMap<>(targets), ready);
    }

    @Nullable
    Target target(Metric metric) {
        return targets.get(metric);
    }

    @Nullable
    Goal ready(Metric metric) {
        return ready.get(metric);
    }
}
