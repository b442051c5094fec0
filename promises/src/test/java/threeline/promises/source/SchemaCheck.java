package threeline.promises.source;

import java.util.List;
import java.util.Map;

/** As much of JSON Schema as our schemas use, to see what an editor would see. */
final class SchemaCheck {

    private SchemaCheck() {}

    static boolean accepts(Object schema, Node node) {
        var words = schema instanceof Schema it ? it.words() : Map.<String, Object>of();
        return words.entrySet().stream().allMatch(word -> accepts(word.getKey(), word.getValue(), words, node));
    }

    private static boolean accepts(String word, Object value, Map<String, Object> words, Node node) {
        return switch (word) {
            case "type" -> isOfType(value, node);
            case "enum" -> node instanceof Node.Text text && ((List<?>) value).contains(text.value());
            case "pattern" -> node instanceof Node.Text text && text.value().matches(".*" + value + ".*");
            case "anyOf" -> ((List<?>) value).stream().anyMatch(each -> accepts(each, node));
            case "items" ->
                node instanceof Node.Items items && items.nodes().stream().allMatch(each -> accepts(value, each));
            case "properties", "patternProperties", "additionalProperties" ->
                node instanceof Node.Fields fields && fields.fields().stream().allMatch(field -> isKnown(field, words));
            case "required" ->
                node instanceof Node.Fields fields
                        && fields.fields().stream()
                                .map(field -> field.key().value())
                                .toList()
                                .containsAll((List<?>) value);
            case "title", "description", "examples", "minimum", "$schema", "$id" -> true;
            default -> throw new IllegalArgumentException("a word of JSON Schema that nobody checks: " + word);
        };
    }

    private static boolean isKnown(Node.Field field, Map<String, Object> words) {
        var name = field.key().value();
        var properties = (Map<?, ?>) words.getOrDefault("properties", Map.of());
        if (properties.containsKey(name)) {
            return accepts(properties.get(name), field.value());
        }
        var patterns = (Map<?, ?>) words.getOrDefault("patternProperties", Map.of());
        for (var pattern : patterns.entrySet()) {
            if (name.matches(pattern.getKey().toString())) {
                return accepts(pattern.getValue(), field.value());
            }
        }
        var others = words.getOrDefault("additionalProperties", true);
        return others instanceof Boolean allowed ? allowed : accepts(others, field.value());
    }

    /** YAML guesses types from texts; whatever it may guess of a scalar is a scalar here. */
    private static boolean isOfType(Object type, Node node) {
        return switch (node) {
            case Node.Text _ -> !type.equals("object") && !type.equals("array");
            case Node.Items _ -> type.equals("array");
            case Node.Fields _ -> type.equals("object");
        };
    }
}
