package threeline.promises.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Kinds that are one word or line. */
public final class Scalars {

    /** Any text that says something. */
    public static final Kind<String> TEXT = scalar("a text", text -> text, Schema.SCALAR);

    public static final Kind<Boolean> FLAG = scalar(
            "true or false",
            text -> switch (text) {
                case "true", "yes" -> true;
                case "false", "no" -> false;
                default -> throw new Bad("\"" + text + "\" is neither true nor false", "write true or false");
            },
            Schema.of("type", "boolean"));

    public static final Kind<Integer> COUNT = scalar(
            "a whole number", Scalars::count, Schema.of("type", "integer").and("minimum", 1));

    public static final Kind<LocalDate> DATE =
            scalar("a date", Scalars::date, Schema.of("type", "string").and("pattern", "^\\d{4}-\\d{2}-\\d{2}$"));

    public static final Kind<ZoneId> ZONE = scalar(
            "a time zone",
            Scalars::zone,
            Schema.of("type", "string").and("examples", List.of("Europe/London", "America/New_York")));

    private Scalars() {}

    /** A scalar that a function makes something of, or refuses with {@link Bad}. */
    public static <T> Kind<T> scalar(String what, Function<String, T> parse, Schema schema) {
        return Kinds.of(
                (node, reader) -> {
                    if (!(node instanceof Node.Text(var _, var value)) || value.isEmpty()) {
                        return reader.bad(node, "expected %s, found %s".formatted(what, node.kind()), "write " + what);
                    }
                    try {
                        return parse.apply(value);
                    } catch (Bad bad) {
                        return reader.bad(node, bad.problem(), bad.remedy());
                    }
                },
                () -> schema);
    }

    /** One of a closed list of words, said as {@code next-response} for {@code NEXT_RESPONSE}. */
    public static <E extends Enum<E>> Kind<E> word(Class<E> type) {
        var words = Arrays.stream(type.getEnumConstants()).map(Scalars::said).toList();
        return Kinds.map(
                word(words), word -> Enum.valueOf(type, word.replace('-', '_').toUpperCase(Locale.ROOT)));
    }

    /** One of these words. */
    public static Kind<String> word(List<String> words) {
        return scalar(
                "one of: " + String.join(", ", words),
                text -> {
                    if (!words.contains(text)) {
                        throw new Bad("\"" + text + "\" is none of the words known here", Nearest.remedy(text, words));
                    }
                    return text;
                },
                Schema.words(words));
    }

    /** A name that the file declares elsewhere. */
    public static Kind<String> name(Names.Sort sort) {
        return Kinds.of(
                (node, reader) -> node instanceof Node.Text text
                                && !text.value().isEmpty()
                        ? reader.refer(sort, text)
                        : reader.bad(
                                node, "expected the name of a %s, found %s".formatted(sort, node.kind()), "name one"),
                () -> Schema.SCALAR);
    }

    /** How a constant is written in a file. */
    public static String said(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Integer count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException _) {
            // told below, with the text
        }
        throw new Bad("\"" + text + "\" is no whole number above zero", "write digits");
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Bad("there is no date \"" + text + "\"", "write YYYY-MM-DD, a day that the calendar has");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            var known = ZoneId.getAvailableZoneIds();
            var meant = Nearest.to(text, known).map(zone -> "did you mean \"" + zone + "\"?");
            throw new Bad("there is no time zone \"" + text + "\"", meant.orElse("write one like Europe/London"));
        }
    }
}
