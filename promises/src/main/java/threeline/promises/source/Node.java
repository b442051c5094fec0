package threeline.promises.source;

import java.util.List;

/** What stands at a place of a file: a text, items in a row, or fields with their keys. */
public sealed interface Node {

    Place at();

    /** What it is, as said to its author. */
    default String kind() {
        return switch (this) {
            case Text text when text.value().isEmpty() -> "nothing";
            case Text(var _, var value) -> "\"" + shortened(value) + "\"";
            case Items _ -> "a list";
            case Fields _ -> "a mapping";
        };
    }

    private static String shortened(String value) {
        var line = value.lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 57) + "…";
    }

    /** A scalar, always as text: what it means depends on its key. */
    record Text(Place at, String value) implements Node {}

    /** A list. */
    record Items(Place at, List<Node> nodes) implements Node {}

    /** A mapping; a key may stand in it twice, and is told of then. */
    record Fields(Place at, List<Field> fields) implements Node {}

    /** One key and what it says. */
    record Field(Text key, Node value) {}
}
