package threeline.desk.ticket;

import java.util.Map;
import java.util.stream.Stream;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Severity;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

/** What of a charter hangs on the dates of releases. */
final class ByRelease {

    private ByRelease() {}

    /** Severities of which something is promised or aimed at by the next release, to whomever. */
    static Stream<String> severities(Charter charter) {
        var usual = charter.severities().all().stream()
                .filter(it -> hangs(it.targets()) || hangs(it.aims()))
                .map(Severity::id);
        var bought = charter.offers().packages().values().stream()
                .flatMap(offer -> offer.targets().entrySet().stream())
                .filter(it -> hangs(it.getValue()))
                .map(Map.Entry::getKey);
        return Stream.concat(usual, bought);
    }

    private static boolean hangs(Map<Metric, Target> targets) {
        return targets.values().stream().anyMatch(Target.NextRelease.class::isInstance);
    }
}
