package threeline.promises.tier;

import java.util.List;
import java.util.Set;
import threeline.promises.sla.Target;

/** How long a ticket may stay on a tier; of several limits the first to bind rules. */
public record Stay(List<Target.Within> limits, Then then, Set<String> resetByConsulting, List<String> tell) {

    public Stay {
        limits = List.copyOf(limits);
        resetByConsulting = Set.copyOf(resetByConsulting);
        tell = List.copyOf(tell);
    }
}
