package threeline.promises.source;

import java.util.List;
import java.util.Optional;

/** A mapping with known keys: what may stand in it, said once for the reader, the schema and the handbook. */
public record Section(String title, String meaning, List<Key<?>> keys) {

    public Section {
        keys = List.copyOf(keys);
    }

    public static Section of(String title, String meaning, Key<?>... keys) {
        return new Section(title, meaning, List.of(keys));
    }

    Optional<Key<?>> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> names() {
        return keys.stream().<String>map(Key::name).toList();
    }
}
