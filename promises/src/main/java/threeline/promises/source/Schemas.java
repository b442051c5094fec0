package threeline.promises.source;

import java.util.LinkedHashMap;

/** JSON Schema of sections, made from the very keys that the reader knows. */
final class Schemas {

    private Schemas() {}

    static Schema of(Section section) {
        var properties = new LinkedHashMap<String, Object>();
        for (var key : section.keys()) {
            properties.put(key.name(), key.kind().schema().and("description", key.meaning()));
        }
        var needed = section.keys().stream()
                .filter(Key::needed)
                .<String>map(Key::name)
                .toList();
        var schema = Schema.of("type", "object")
                .and("title", section.title())
                .and("description", section.meaning())
                .and("properties", properties)
                .and("additionalProperties", false);
        return needed.isEmpty() ? schema : schema.and("required", needed);
    }

    static Schema named(Kind<?> kind) {
        return Schema.of("type", "object").and("additionalProperties", kind.schema());
    }
}
