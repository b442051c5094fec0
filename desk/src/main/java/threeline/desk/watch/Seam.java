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

    /** The next one after an instant; none where nobody ever comes or goes. */
    public static Optional<Seam> after(Instant at, String tier, Charter charter) {
        return Optional.ofNullable(charter.watch().seamAfter(tier, at)).map(seam -> of(seam, tier, charter));
    }

    private static Seam of(Instant at, String tier, Charter charter) {
        var watch = charter.watch();
        var on = watch.on(tier, at);
        var before = watch.on(tier, at.minus(MOMENT));
        return new Seam(
                tier,
                at,
                before.stream().filter(group -> !on.contains(group)).toList(),
                on.stream().filter(group -> !before.contains(group)).toList(),
                on,
                before);
    }

    /** Whose tickets pass on at it, as the charter has it: of a group those of these severities, and to whom. */
    public Map<String, Crossing> crossings(Charter charter) {
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
            receiver(severity, charter).filter(to -> !to.equals(giver)).ifPresent(to -> {
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
