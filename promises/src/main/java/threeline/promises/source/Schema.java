package threeline.promises.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of JSON Schema: words and what they say, in order. */
public record Schema(Map<String, Object> words) {

    public static final Schema ANYTHING = new Schema(Map.of());

    /** A scalar of any type, since YAML's guesses about types don't matter here. */
    public static final Schema SCALAR = of("type", List.of("string", "number", "boolean"));

    public static Schema of(String word, Object value) {
        var words = new LinkedHashMap<String, Object>();
        words.put(word, value);
        return new Schema(words);
    }

    public Schema and(String word, Object value) {
        var more = new LinkedHashMap<>(words);
        more.put(word, value);
        return new Schema(more);
    }

    public static Schema words(Collection<String> words) {
        return of("enum", List.copyOf(words));
    }

    public static Schema any(Schema... schemas) {
        return of("anyOf", List.of(schemas));
    }
}
