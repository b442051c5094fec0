package threeline.promises.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a mapping whose keys are names that the author gives. */
final class NamedReader {

    private NamedReader() {}

    static <T> @Nullable Map<String, T> read(Names.@Nullable Sort sort, Kind<T> kind, Node node, Reader reader) {
        if (!(node instanceof Node.Fields(var _, var fields))) {
            return reader.bad(node, "expected names with what they mean, found " + node.kind(), "write name: { … }");
        }
        var seen = new HashMap<String, Node.Field>();
        var values = new LinkedHashMap<String, T>();
        for (var field : fields) {
            var name = field.key().value();
            var first = seen.putIfAbsent(name, field);
            if (first != null) {
                twice(field, first, reader.findings());
                continue;
            }
            if (sort != null) {
                reader.declare(sort, name);
            }
            var value = reader.under(field.key(), field.value(), kind);
            if (value != null) {
                values.put(name, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** The same said twice is only untidy; two meanings of one name are a contradiction. */
    private static void twice(Node.Field second, Node.Field first, Findings findings) {
        var message = "\"%s\" is listed twice, here and at %s"
                .formatted(second.key().value(), first.key().at());
        if (same(first.value(), second.value())) {
            findings.warning(
                    Code.VALUE_CONFLICT, second.key().at(), message, "both say the same", "delete one of them");
        } else {
            findings.error(
                    Code.VALUE_CONFLICT,
                    second.key().at(),
                    message,
                    "only the first is used",
                    "give the second a name of its own, or delete one");
        }
    }

    private static boolean same(Node one, Node two) {
        return words(one).equals(words(two));
    }

    private static String words(Node node) {
        return switch (node) {
            case Node.Text(var _, var value) -> value;
            case Node.Items(var _, var nodes) ->
                nodes.stream().map(NamedReader::words).toList().toString();
            case Node.Fields(var _, var fields) ->
                fields.stream()
                        .map(field -> field.key().value() + "=" + words(field.value()))
                        .sorted()
                        .toList()
                        .toString();
        };
    }
}
