package threeline.desk.contract;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.people.OffWatch;
import threeline.desk.people.Watches;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Group;
import threeline.promises.tier.Watch;

/** Says by the charter in force whose rights hold on their watch alone, and when that is. */
@Component
class CharterWatches implements Watches {

    private final Charters charters;

    CharterWatches(Charters charters) {
        this.charters = charters;
    }

    @Override
    public boolean bindAnybody() {
        return current().ladder().groups().stream().anyMatch(Group::isBound);
    }

    /** A group that the charter has no more gives nobody anything; who is of no other is of none. */
    @Override
    public Optional<OffWatch> offWatch(Set<String> groups, Instant at) {
        var charter = current();
        var watch = charter.watch();
        var theirs = groups.stream().flatMap(it -> known(it, charter)).toList();
        var has = theirs.isEmpty() || theirs.stream().anyMatch(it -> !it.isBound() || watch.isOn(it, at));
        return has ? Optional.empty() : Optional.of(next(theirs, watch, at, charter));
    }

    private static Stream<Group> known(String name, Charter charter) {
        var now = charter.written().renames().groups().getOrDefault(name, name);
        return charter.ladder().group(name).or(() -> charter.ladder().group(now)).stream();
    }

    private static OffWatch next(List<Group> groups, Watch watch, Instant at, Charter charter) {
        var next = groups.stream()
                .min(comparing(it -> Objects.requireNonNullElse(watch.cover(it).opensAt(at), Instant.MAX)))
                .orElseThrow();
        return new OffWatch(next.name(), watch.cover(next).opensAt(at), charter.zone());
    }

    private Charter current() {
        return charters.current().charter();
    }
}
