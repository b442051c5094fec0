package threeline.promises.charter;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import threeline.promises.sla.Allowance;
import threeline.promises.sla.Limit;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Node;
import threeline.promises.source.Place;
import threeline.promises.source.Reader;
import threeline.promises.source.Schema;

/** Reads figures on calendars: {@code 3h office}, and ranges of them: {@code 4h-8h office}. */
final class Limits {

    private static final Pattern FIGURE = Pattern.compile("(?:([0-9a-z]+)\\s*-\\s*)?([0-9a-z]+)\\s+(\\S+)");
    private static final Pattern BARE = Pattern.compile("[0-9]+");

    static final Schema SCHEMA =
            Schema.of("type", "string").and("examples", List.of("3h office", "1h always", "4h-8h office", "2d office"));

    /** One figure. */
    static final Kind<Limit> LIMIT = Kinds.of(Limits::limit, () -> SCHEMA);

    /** A figure or a range: what is expected first, if anything, and the limit. */
    record Range(@Nullable Allowance expected, Limit limit) {}

    private Limits() {}

    private static @Nullable Limit limit(Node node, Reader reader) {
        var range = range(node, reader);
        if (range != null && range.expected() != null) {
            return reader.bad(node, "a range can't be meant here", "write one figure: " + range.limit());
        }
        return range == null ? null : range.limit();
    }

    static @Nullable Range range(Node node, Reader reader) {
        if (!(node instanceof Node.Text text)) {
            return reader.bad(node, "expected a figure on a calendar, found " + node.kind(), "write 3h office");
        }
        var match = FIGURE.matcher(text.value());
        if (!match.matches()) {
            return reader.bad(node, "%s is no figure on a calendar".formatted(node.kind()), remedy(text.value()));
        }
        var last = match.group(2);
        var expected = match.group(1) == null ? null : allowance(withUnit(match.group(1), last), text, reader);
        var limit = allowance(last, text, reader);
        if (limit == null) {
            return null;
        }
        var calendar = reader.refer(Sort.CALENDAR, part(text, match.start(3)));
        return new Range(expected, new Limit(limit, calendar));
    }

    private static String remedy(String text) {
        return text.matches("\\S+")
                ? "say on which calendar it counts: \"%s always\", or one of the charter's".formatted(text)
                : "write 3h office, or 4h-8h office for a range";
    }

    /** The unit stands on both figures only where they differ: 4-8h. */
    private static String withUnit(String first, String second) {
        return BARE.matcher(first).matches() ? first + second.charAt(second.length() - 1) : first;
    }

    private static @Nullable Allowance allowance(String figure, Node.Text text, Reader reader) {
        try {
            return Allowance.parse(figure);
        } catch (IllegalArgumentException bad) {
            return reader.bad(text, String.valueOf(bad.getMessage()), "write 90m, 1h30m, 3h, 2d or 1w");
        }
    }

    private static Node.Text part(Node.Text text, int offset) {
        var at = new Place(text.at().line(), text.at().column() + offset);
        return new Node.Text(at, text.value().substring(offset));
    }
}
