package threeline.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Severity;
import threeline.promises.tier.Group;
import threeline.promises.tier.Wanted;

/**
 * Where watches of a tier end or begin.
 *
 * @param leaving whose watch ends
 * @param coming whose watch begins
 * @param on who is on watch from then on
 * @param before who was on watch until then
 */
public record Seam(
        String tier, Instant at, List<Group> leaving, List<Group> coming, List<Group> on, List<Group> before) {

    private static final Duration MOMENT = Duration.ofNanos(1000);

    /** The next one after an instant, another version that sends groups on watch or home included; none where none ever is. */
    public static Optional<Seam> after(Instant at, String tier, Reigns reigns) {
        for (var from = at; ; ) {
            var charter = reigns.at(from);
            var seam = charter.watch().seamAfter(tier, from);
            var change = reigns.changeAfter(from);
            if (change == null || seam != null && seam.isBefore(change)) {
                return Optional.ofNullable(seam).map(it -> of(it, tier, charter, charter));
            }
            var changed = of(change, tier, charter, reigns.at(change));
            if (!changed.leaving().isEmpty() || !changed.coming().isEmpty()) {
                return Optional.of(changed);
            }
            from = change;
        }
    }

    private static Seam of(Instant at, String tier, Charter until, Charter from) {
        var on = from.watch().on(tier, at);
        var before = until.watch().on(tier, at.minus(MOMENT));
        return new Seam(tier, at, without(before, on), without(on, before), on, before);
    }

    private static List<Group> without(List<Group> some, List<Group> others) {
        return some.stream()
                .filter(group -> others.stream().noneMatch(it -> it.id().equals(group.id())))
                .toList();
    }

    /** Whose tickets pass on at it, as the charter of then has it: of a group those of these severities, and to whom. */
    public Map<String, Crossing> crossings(Reigns reigns) {
        var charter = reigns.at(at);
        var all = new TreeMap<String, Crossing>();
        for (var group : givers(charter)) {
            var crossing = crossing(group, charter);
            if (!crossing.severities().isEmpty()) {
                all.put(group.id(), crossing);
            }
        }
        return all;
    }

    /** Whose watch ends; and where nobody was there, whoever was waiting to be relieved. */
    private List<Group> givers(Charter charter) {
        return before.isEmpty()
                ? charter.ladder().on(tier).stream()
                        .filter(group -> !on.contains(group))
                        .toList()
                : leaving;
    }

    private Crossing crossing(Group giver, Charter charter) {
        var severities = new TreeSet<String>();
        var receivers = new TreeSet<String>();
        for (var severity : charter.severities().all()) {
            receiver(severity, charter)
                    .filter(to -> !to.id().equals(giver.id()))
                    .ifPresent(to -> {
                        severities.add(severity.id());
                        receivers.add(to.id());
                    });
        }
        return new Crossing(severities, receivers);
    }

    private Optional<Group> receiver(Severity severity, Charter charter) {
        return charter.watch().groupOnWatch(new Wanted(tier, null, Set.of(), severity.id(), null), at);
    }

    /** Which severities pass on, and to which groups. */
    public record Crossing(Set<String> severities, Set<String> receivers) {}
}
