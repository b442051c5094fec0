package threeline.desk.people.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes a resource as RFC 7644 has it, operation by operation; what comes out is read as if it had been put whole. */
final class ScimPatch {

    private static final int MOST = 1000;
    private static final Pattern PATH = Pattern.compile("([^\\[\\]]+)(?:\\[(.*)])?(?:\\.([^\\[\\]]+))?");

    private ScimPatch() {}

    /** @param filter which of several values; null for all */
    private record Place(
            List<String> path,
            @Nullable Predicate<JsonNode> filter,
            @Nullable String below) {}

    static ObjectNode apply(ObjectNode resource, JsonNode patch) {
        var operations = Attributes.find(patch, "Operations")
                .filter(ArrayNode.class::isInstance)
                .orElseThrow(() -> ScimRefusal.invalid("invalidSyntax", "\"Operations\" is missing."));
        if (operations.size() > MOST) {
            throw ScimRefusal.invalid("invalidSyntax", "These are more than %d operations.".formatted(MOST));
        }
        var changed = resource.deepCopy();
        operations.forEach(it -> change(changed, it));
        return changed;
    }

    private static void change(ObjectNode resource, JsonNode operation) {
        var what = Attributes.text(operation, "op").toLowerCase(Locale.ROOT);
        var path = Attributes.text(operation, "path");
        var value = Attributes.find(operation, "value").orElse(JsonNodeFactory.instance.nullNode());
        switch (what) {
            case "add", "replace" -> {
                if (path.isEmpty()) {
                    value.properties().forEach(it -> put(resource, place(it.getKey()), it.getValue(), what));
                } else {
                    put(resource, place(path), value, what);
                }
            }
            case "remove" -> {
                if (path.isEmpty()) {
                    throw ScimRefusal.invalid("noTarget", "What is to be removed has no path.");
                }
                remove(resource, place(path), value);
            }
            default -> throw ScimRefusal.invalid("invalidSyntax", "There is no operation \"%s\".".formatted(what));
        }
    }

    private static Place place(String text) {
        var bracket = text.indexOf('[');
        var parts = PATH.matcher(text);
        if (!parts.matches()) {
            throw ScimRefusal.invalid("invalidPath", "\"%s\" is no path.".formatted(text));
        }
        return bracket < 0
                ? new Place(Attributes.path(text), null, null)
                : new Place(Attributes.path(parts.group(1)), ScimFilter.parse(parts.group(2)), parts.group(3));
    }

    private static void put(ObjectNode resource, Place place, JsonNode value, String what) {
        var holder = holder(resource, place.path());
        var name = Attributes.called(holder, place.path().getLast());
        var filter = place.filter();
        if (filter != null) {
            putAmong(array(holder, name), filter, place.below(), value);
        } else if (what.equals("add") && holder.get(name) instanceof ArrayNode many) {
            add(many, value);
        } else {
            holder.set(name, value);
        }
    }

    private static void putAmong(ArrayNode many, Predicate<JsonNode> filter, @Nullable String below, JsonNode value) {
        var hit = false;
        for (var at = 0; at < many.size(); at++) {
            if (filter.test(many.get(at))) {
                hit = true;
                if (below != null && many.get(at) instanceof ObjectNode one) {
                    one.set(Attributes.called(one, below), value);
                } else {
                    many.set(at, value);
                }
            }
        }
        if (!hit) { // none is that yet: then one is, as far as can be said
            many.add(
                    below == null
                            ? value
                            : JsonNodeFactory.instance.objectNode().set(below, value));
        }
    }

    /** Each once. */
    private static void add(ArrayNode many, JsonNode value) {
        var news = value instanceof ArrayNode several ? several.valueStream().toList() : List.of(value);
        news.stream()
                .filter(it -> many.valueStream().noneMatch(known -> isSame(known, it)))
                .forEach(many::add);
    }

    private static void remove(ObjectNode resource, Place place, JsonNode value) {
        var holder = holder(resource, place.path());
        var name = Attributes.called(holder, place.path().getLast());
        var filter = place.filter();
        if (filter == null && value.isEmpty()) {
            holder.remove(name);
        } else if (holder.get(name) instanceof ArrayNode many) {
            var gone = filter == null ? among(value) : filter;
            var kept = new ArrayList<JsonNode>();
            many.valueStream().filter(gone.negate()).forEach(kept::add);
            many.removeAll();
            kept.forEach(many::add);
        }
    }

    private static Predicate<JsonNode> among(JsonNode value) {
        var those = value instanceof ArrayNode several ? several.valueStream().toList() : List.of(value);
        return it -> those.stream().anyMatch(that -> isSame(it, that));
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(other)
                || one.isObject()
                        && other.isObject()
                        && Attributes.text(one, "value").equals(Attributes.text(other, "value"));
    }

    private static ObjectNode holder(ObjectNode resource, List<String> path) {
        var holder = resource;
        for (var step : path.subList(0, path.size() - 1)) {
            var name = Attributes.called(holder, step);
            if (!(holder.get(name) instanceof ObjectNode)) {
                holder.set(name, JsonNodeFactory.instance.objectNode());
            }
            holder = (ObjectNode) holder.get(name);
        }
        return holder;
    }

    private static ArrayNode array(ObjectNode holder, String name) {
        if (!(holder.get(name) instanceof ArrayNode)) {
            holder.set(name, JsonNodeFactory.instance.arrayNode());
        }
        return (ArrayNode) holder.get(name);
    }
}
