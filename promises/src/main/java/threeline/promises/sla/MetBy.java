package threeline.promises.sla;

import java.util.List;
import java.util.Set;

/**
 * The acts that meet a target: all of one of these ways. Without any, what meets its metric by nature meets it.
 *
 * @param ways each a set of acts by their names in the charter, such as {@code workaround} and {@code fix-date}
 */
public record MetBy(List<Set<String>> ways) {

    /** An answer meets a response, resolving a resolution; nothing else. */
    public static final MetBy NATURE = new MetBy(List.of());

    public MetBy {
        ways = ways.stream().map(Set::copyOf).toList();
    }

    public static MetBy all(Set<String> acts) {
        return new MetBy(List.of(acts));
    }

    public boolean isMetBy(Set<String> done) {
        return ways.stream().anyMatch(done::containsAll);
    }
}
