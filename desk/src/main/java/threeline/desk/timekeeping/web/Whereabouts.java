package threeline.desk.timekeeping.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Happening;
import threeline.promises.keeping.Promise;
import threeline.promises.sla.Metric;
import threeline.promises.tier.Tier;

/**
 * On which tier a ticket was when.
 *
 * @param happened all that happened to it, in order
 * @param now the tier that it is on
 */
record Whereabouts(List<Happening> happened, String now, Charter charter) {

    /** The name of the tier on which a stay is or was; null of what has nothing to do with tiers. */
    @Nullable
    String of(Promise promise) {
        return promise.metric() == Metric.STAY ? name(at(promise.startedAt())) : null;
    }

    /** Where the last step up to then led, or from where the first after it came. */
    private String at(Instant at) {
        @Nullable String tier = null;
        for (var it : happened) {
            var step = step(it);
            if (step != null && it.at().isAfter(at)) {
                return tier == null ? step.from() : tier;
            }
            tier = step == null ? tier : step.to();
        }
        return tier == null ? now : tier;
    }

    private static @Nullable Step step(Happening it) {
        return switch (it) {
            case Happening.Escalated(var _, var from, var to, var _) -> new Step(from, to);
            case Happening.Returned(var _, var from, var to, var _) -> new Step(from, to);
            default -> null;
        };
    }

    private record Step(String from, String to) {}

    private String name(String tier) {
        return charter.ladder().tier(tier).map(Tier::name).orElse(tier);
    }
}
