package threeline.desk.people.provision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Attributes of resources: their names are told apart by letters alone, large or small, and many may have several values. */
final class Attributes {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:user:";
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:group:";

    private Attributes() {}

    /** {@code name.givenName} as its parts; what schema it is of is known anyway. */
    static List<String> path(String text) {
        var lower = text.toLowerCase(java.util.Locale.ROOT);
        var schema = lower.startsWith(USER) ? USER.length() : lower.startsWith(GROUP) ? GROUP.length() : 0;
        return List.of(text.substring(schema).split("\\.", -1));
    }

    /** As it is called in this resource; a new one as it was asked for. */
    static String called(ObjectNode node, String name) {
        return node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(it -> it.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
    }

    static Optional<JsonNode> find(JsonNode node, String name) {
        return node instanceof ObjectNode it ? Optional.ofNullable(it.get(called(it, name))) : Optional.empty();
    }

    /** All values that stand there, each by itself. */
    static Stream<JsonNode> values(JsonNode node, List<String> path) {
        if (node instanceof ArrayNode many) {
            return many.valueStream().flatMap(it -> values(it, path));
        }
        if (path.isEmpty()) {
            return Stream.of(node);
        }
        return find(node, path.getFirst()).stream().flatMap(it -> values(it, path.subList(1, path.size())));
    }

    static String text(JsonNode node, String... path) {
        return values(node, List.of(path))
                .map(it -> it.asString(""))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }
}
