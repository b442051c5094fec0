package threeline.promises.source;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values written as JSON: texts, numbers, flags, lists, maps in their order. */
public final class Json {

    private Json() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Schema schema -> of(schema.words());
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Collection<?> all -> all.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            default -> quoted(value.toString());
        };
    }

    /** The same over several lines, for people and for comparing. */
    public static String pretty(@Nullable Object value) {
        return pretty(value, "\n") + "\n";
    }

    private static String pretty(@Nullable Object value, String line) {
        var deeper = line + "  ";
        return switch (value) {
            case Schema schema -> pretty(schema.words(), line);
            case Map<?, ?> map
            when !map.isEmpty() ->
                map.entrySet().stream()
                        .map(entry -> quoted(String.valueOf(entry.getKey())) + ": " + pretty(entry.getValue(), deeper))
                        .collect(Collectors.joining("," + deeper, "{" + deeper, line + "}"));
            case Collection<?> all
            when all.stream().anyMatch(each -> each instanceof Schema) ->
                all.stream()
                        .map(each -> pretty(each, deeper))
                        .collect(Collectors.joining("," + deeper, "[" + deeper, line + "]"));
            case null, default -> of(value);
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> quoted.append(escaped((char) letter)));
        return quoted.append('"').toString();
    }

    private static String escaped(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> letter < ' ' ? "\\u%04x".formatted((int) letter) : String.valueOf(letter);
        };
    }
}
