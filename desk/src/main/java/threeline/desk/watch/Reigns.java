package threeline.desk.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Interval;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Version;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/**
 * Which version of the charter says at which time who is there: those that were in force, and one that is to come.
 *
 * @param versions the first first; it also covers all before it
 */
public record Reigns(List<Version> versions) {

    public Reigns {
        versions = versions.stream()
                .sorted(Comparator.comparing(Version::inForceAt))
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no version of a charter says who is there");
        }
    }

    /** A version for as long as it holds. */
    public record Reign(Charter charter, Interval within) {}

    /** One that ever holds. */
    public static Reigns of(Charter charter) {
        return new Reigns(List.of(new Version(charter, "1", Instant.MIN)));
    }

    public Charter at(Instant at) {
        return versions.reversed().stream()
                .filter(it -> !it.inForceAt().isAfter(at))
                .findFirst()
                .orElse(versions.getFirst())
                .charter();
    }

    /** When the next version takes over; null where none is known to. */
    public @Nullable Instant changeAfter(Instant at) {
        return versions.stream()
                .skip(1)
                .map(Version::inForceAt)
                .filter(it -> it.isAfter(at))
                .findFirst()
                .orElse(null);
    }

    /** The versions that take over within an interval. */
    public List<Version> changes(Interval within) {
        return versions.stream()
                .skip(1)
                .filter(it -> within.contains(it.inForceAt()))
                .toList();
    }

    /** The parts of an interval, one after the other, each with what holds in it. */
    public List<Reign> in(Interval within) {
        var reigns = new ArrayList<Reign>();
        var from = within.start();
        while (from.isBefore(within.end())) {
            var change = changeAfter(from);
            var until = change == null || change.isAfter(within.end()) ? within.end() : change;
            reigns.add(new Reign(at(from), new Interval(from, until)));
            from = until;
        }
        return reigns;
    }

    /** The tiers of an interval, each once and as it is last; by what holds first. */
    public List<Tier> tiers(Interval within) {
        var tiers = new LinkedHashMap<String, Tier>();
        in(within).forEach(reign -> reign.charter().tiers().forEach(it -> tiers.put(it.id(), it)));
        return List.copyOf(tiers.values());
    }

    /** The same for the groups of a tier. */
    public List<Group> groups(String tier, Interval within) {
        var groups = new LinkedHashMap<String, Group>();
        in(within).forEach(reign -> reign.charter().ladder().on(tier).forEach(it -> groups.put(it.id(), it)));
        return List.copyOf(groups.values());
    }

    /** The group as it was last called. */
    public Optional<Group> group(String id) {
        return versions.reversed().stream()
                .flatMap(it -> it.charter().ladder().group(id).stream())
                .findFirst();
    }
}
