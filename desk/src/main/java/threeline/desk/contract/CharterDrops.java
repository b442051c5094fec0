package threeline.desk.contract;

import static java.util.stream.Collectors.joining;

import java.util.List;
import threeline.desk.contract.Follower.InUse;
import threeline.promises.charter.Charter;

/** What a version no longer has while tickets use it. */
public record CharterDrops(List<Drop> all) {

    /** One name, and tickets by their references. */
    public record Drop(String sort, String name, int count, List<String> tickets) {

        @Override
        public String toString() {
            var more = count > tickets.size() ? " and %d more".formatted(count - tickets.size()) : "";
            return "the %s \"%s\" is gone, which %s%s %s"
                    .formatted(sort, name, String.join(", ", tickets), more, count == 1 ? "uses" : "use");
        }
    }

    static CharterDrops of(Charter next, List<InUse> used) {
        return new CharterDrops(used.stream()
                .filter(it -> !it.sort().isKnown(next, it.name()))
                .map(it -> new Drop(
                        it.sort().word(),
                        it.name(),
                        it.count(),
                        it.tickets().stream()
                                .map(number -> next.prefix() + "-" + number)
                                .toList()))
                .toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** In a sentence, and how to mend it. */
    public String told() {
        return all.stream().map(Drop::toString).collect(joining("; "))
                + ". Say what it is called now with `was:`, or change those tickets first.";
    }
}
