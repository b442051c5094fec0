package threeline.promises.charter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

/** How bad it is: by what it may come in ({@code via}, none: anything) and what is promised, or only aimed at, for it. */
public record Severity(
        String id,
        Guidance guidance,
        List<String> via,
        Map<Metric, Target> targets,
        Map<Metric, Target> aims,
        @Nullable Rise rise) {

    public Severity {
        via = List.copyOf(via);
        targets = Map.copyOf(targets);
        aims = Map.copyOf(aims);
    }

    public String name() {
        return guidance.name();
    }

    public String means() {
        return guidance.means();
    }

    public @Nullable Target target(Metric metric) {
        return targets.get(metric);
    }

    Severity withTargets(Map<Metric, Target> others) {
        return new Severity(id, guidance, via, others, aims, rise);
    }
}
