package threeline.promises.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Severity;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;
import threeline.promises.source.Place;

/** A target of a charter with the severity that it is for and where it stands. */
record Promised(Severity severity, Target target, boolean aim, Place at) {

    /** All that is promised to everybody, or by a package. */
    static List<Promised> in(Charter charter) {
        var all = new ArrayList<Promised>();
        for (var severity : charter.severities().all()) {
            add(all, charter, severity, severity.targets(), "severities", severity.id(), "targets");
        }
        charter.offers()
                .packages()
                .forEach((id, offer) -> offer.targets()
                        .forEach((name, targets) -> charter.severities()
                                .find(name)
                                .ifPresent(severity ->
                                        add(all, charter, severity, targets, "packages", id, "targets", name))));
        return all;
    }

    /** The same, and what the desk only aims at. */
    static List<Promised> orAimed(Charter charter) {
        var all = new ArrayList<>(in(charter));
        for (var severity : charter.severities().all()) {
            add(all, charter, severity, severity.aims(), "severities", severity.id(), "aims");
        }
        return all;
    }

    private static void add(
            List<Promised> all, Charter charter, Severity severity, Map<Metric, Target> targets, String... path) {
        var aim = path[path.length - 1].equals("aims");
        targets.forEach((metric, target) ->
                all.add(new Promised(severity, target, aim, charter.places().of(with(path, metric.word())))));
    }

    private static String[] with(String[] path, String last) {
        var longer = java.util.Arrays.copyOf(path, path.length + 1);
        longer[path.length] = last;
        return longer;
    }

    /** The calendar on which it counts; null where it hangs on a release. */
    @Nullable
    String calendar() {
        return switch (target) {
            case Target.Within within -> within.limit().calendar();
            case Target.Measured measured -> measured.calendar();
            case Target.NextRelease _ -> null;
        };
    }

    String said() {
        return "%s of %s".formatted(target.metric(), severity.name());
    }
}
