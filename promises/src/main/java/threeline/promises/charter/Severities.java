package threeline.promises.charter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

/** All severities, highest first, and the one given where nobody chooses. */
public record Severities(List<Severity> all, String byDefault) {

    public Severities {
        all = List.copyOf(all);
    }

    public Optional<Severity> find(String id) {
        return all.stream().filter(severity -> severity.id().equals(id)).findFirst();
    }

    Severities with(Map<String, Map<Metric, Target>> targets) {
        return new Severities(all.stream().map(it -> overridden(it, targets)).toList(), byDefault);
    }

    private static Severity overridden(Severity severity, Map<String, Map<Metric, Target>> targets) {
        var own = new HashMap<>(severity.targets());
        own.putAll(targets.getOrDefault(severity.id(), Map.of()));
        return severity.withTargets(own);
    }
}
