package threeline.promises.source;

import java.util.List;
import java.util.Map;

/** Where everything that a file says stands in it, by its path of keys. */
public record Places(Source source, Map<List<String>, Place> byPath) {

    public Places {
        byPath = Map.copyOf(byPath);
    }

    /** The place of a path, or of the nearest key around it that is written. */
    public Place of(String... path) {
        var keys = List.of(path);
        while (!keys.isEmpty() && !byPath.containsKey(keys)) {
            keys = keys.subList(0, keys.size() - 1);
        }
        return byPath.getOrDefault(keys, Place.START);
    }

    public boolean has(String... path) {
        return byPath.containsKey(List.of(path));
    }

    public String file() {
        return source.name();
    }
}
