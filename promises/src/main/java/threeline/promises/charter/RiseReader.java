package threeline.promises.charter;

import org.jspecify.annotations.Nullable;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Node;
import threeline.promises.source.Reader;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;
import threeline.promises.source.Section;

/** Reads how a severity goes up by itself. */
final class RiseReader {

    private enum Targets {
        KEPT,
        NEW
    }

    private static final Key<String> TO = Key.needed("to", Scalars.name(Sort.SEVERITY), "the severity that it becomes");
    private static final Key<Rise.When> WHEN = Key.needed(
            "when",
            Kinds.of(
                    RiseReader::when,
                    () -> Schema.any(Schema.words(java.util.List.of("limit", "expected")), Limits.SCHEMA)),
            "limit, expected, or a time since the opening: 4h office");
    private static final Key<Targets> TARGETS =
            Key.of("targets", Scalars.word(Targets.class), "new: the targets of the higher severity start at the rise");

    private static final Section SECTION = Section.of("rises", "how a severity goes up by itself", TO, WHEN, TARGETS);

    static final Kind<Rise> RISE = Kinds.section(SECTION, RiseReader::rise);

    private RiseReader() {}

    private static @Nullable Rise rise(Form form) {
        var to = form.get(TO);
        var when = form.get(WHEN);
        return to == null || when == null ? null : new Rise(to, when, form.get(TARGETS, Targets.KEPT) == Targets.NEW);
    }

    private static Rise.@Nullable When when(Node node, Reader reader) {
        var word = node instanceof Node.Text text ? text.value() : "";
        return switch (word) {
            case "limit" -> new Rise.AtLimit();
            case "expected" -> new Rise.AtExpected();
            default -> {
                var age = Limits.LIMIT.read(node, reader);
                yield age == null ? null : new Rise.After(age);
            }
        };
    }
}
