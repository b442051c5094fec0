package threeline.promises.source;

import java.util.List;
import java.util.Optional;

/**
 * A mapping with known keys: what may stand in it, said once for the reader, the schema and the handbook.
 *
 * @param besides keys that are read apart, such as the days of a calendar
 */
public record Section(String title, String meaning, List<Key<?>> keys, List<String> besides) {

    public Section {
        keys = List.copyOf(keys);
        besides = List.copyOf(besides);
    }

    public Section(String title, String meaning, List<Key<?>> keys) {
        this(title, meaning, keys, List.of());
    }

    public static Section of(String title, String meaning, Key<?>... keys) {
        return new Section(title, meaning, List.of(keys));
    }

    /** The same where these keys are read apart. */
    public Section besides(List<String> others) {
        return new Section(title, meaning, keys, others);
    }

    Optional<Key<?>> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> names() {
        return keys.stream().<String>map(Key::name).toList();
    }
}
