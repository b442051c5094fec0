package threeline.desk.intake.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threeline.desk.web.Problem.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The fields of a JSON object, asked for one by one. What is missing, of the wrong kind or too long is noted with its
 * path, and an empty value given meanwhile; what was sent and not asked for is noted in the end.
 */
final class Fields {

    private final JsonNode object;
    private final String path;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fields> inner = new ArrayList<>();

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    static Fields of(JsonNode object) {
        return new Fields(object, "");
    }

    /** A text that has to be there, of at most so many characters, and not blank. */
    String text(String name, int longest) {
        var text = optionalText(name, longest);
        if (text == null && isAbsent(name)) {
            fault(name, "It is missing; send a text of 1 to %,d characters.".formatted(longest));
        } else if (text != null && text.isBlank()) {
            fault(name, "It is empty; send a text of 1 to %,d characters.".formatted(longest));
        }
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(String name, int longest) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            fault(name, "It is %s; send a text.".formatted(kind(value)));
            return null;
        }
        return checked(name, value.stringValue(), longest);
    }

    private @Nullable String checked(String name, String text, int longest) {
        if (text.length() > longest) {
            fault(name, "It has %,d characters; at most %,d are taken.".formatted(text.length(), longest));
            return null;
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            fault(name, "It has characters that are no text (NUL, or half of a pair); leave them out.");
            return null;
        }
        return text;
    }

    /** A line: a text without line breaks or other control characters. */
    String line(String name, int longest) {
        var line = text(name, longest);
        if (line.chars().anyMatch(Character::isISOControl)) {
            fault(name, "It has line breaks or control characters; send one line.");
        }
        return line;
    }

    /** A whole number, or null where null was sent; it has to be there either way. */
    @Nullable
    Long numberOrNull(String name) {
        if (!object.has(name)) {
            asked.add(name);
            fault(name, "It is missing; send a number, or null for none.");
            return null;
        }
        var value = value(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            fault(name, "It is %s; send a whole number, or null for none.".formatted(kind(value)));
            return null;
        }
        return value == null ? null : value.longValue();
    }

    /** True or false; where nothing was sent, what is usual. */
    boolean flag(String name, boolean usual) {
        var value = value(name);
        if (value != null && !value.isBoolean()) {
            fault(name, "It is %s; send true or false.".formatted(kind(value)));
        }
        return value == null ? usual : value.asBoolean(usual);
    }

    /** A list of words that has to be there, which may be empty. */
    Set<String> words(String name, int most) {
        var value = value(name);
        if (value == null
                || !value.isArray()
                || value.size() > most
                || value.valueStream().anyMatch(it -> !it.isString())) {
            fault(name, "Send a list of at most %d texts; it may be empty.".formatted(most));
            return Set.of();
        }
        return value.valueStream().map(JsonNode::stringValue).collect(java.util.stream.Collectors.toSet());
    }

    byte[] base64(String name) {
        var value = value(name);
        if (value == null || !value.isString()) {
            fault(name, "Send the file's bytes as a text in base64.");
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(value.stringValue());
        } catch (IllegalArgumentException broken) {
            fault(name, "It is not base64: %s.".formatted(broken.getMessage()));
            return new byte[0];
        }
    }

    <T> T object(String name, Function<Fields, T> reading) {
        var value = value(name);
        if (value == null || !value.isObject()) {
            fault(
                    name,
                    value == null
                            ? "It is missing; send an object."
                            : "It is %s; send an object.".formatted(kind(value)));
            return reading.apply(new Fields(JsonNodeFactory.instance.objectNode(), ""));
        }
        return reading.apply(below(value, name));
    }

    <T> List<T> list(String name, int most, Function<Fields, T> reading) {
        var value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            fault(name, "Send a list of at most %d.".formatted(most));
            return List.of();
        }
        return IntStream.range(0, value.size())
                .mapToObj(i -> element(value.get(i), "%s[%d]".formatted(name, i), reading))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private <T> @Nullable T element(JsonNode value, String place, Function<Fields, T> reading) {
        if (!value.isObject()) {
            fault(place, "It is %s; send an object.".formatted(kind(value)));
            return null;
        }
        return reading.apply(below(value, place));
    }

    /** Notes something that only its reader could see is wrong. */
    void fault(String name, String what) {
        faults.add(new Fault(path + name, what));
    }

    /** All that is wrong, here and below. */
    List<Fault> faults() {
        var unknown = object.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .map(name -> new Fault(
                        path + name, "There is no such field; there are: %s.".formatted(String.join(", ", asked))));
        return Stream.of(faults.stream(), unknown, inner.stream().flatMap(it -> it.faults().stream()))
                .flatMap(Function.identity())
                .toList();
    }

    private Fields below(JsonNode value, String name) {
        var fields = new Fields(value, path + name + ".");
        inner.add(fields);
        return fields;
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        var value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private boolean isAbsent(String name) {
        var value = object.get(name);
        return value == null || value.isNull();
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case NULL, MISSING -> "nothing";
            case BINARY, POJO -> "something else";
        };
    }
}
