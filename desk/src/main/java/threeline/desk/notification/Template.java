package threeline.desk.notification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a desk has a mail say: words with variables, such as {@code {{name}}}, and parts that stand only where a variable
 * says something, from {@code {{#promises}}} to {@code {{/promises}}}. It knows nothing else, so nothing in it can run.
 */
public final class Template {

    private static final int LONGEST = 10_000;
    private static final Pattern BRACES = Pattern.compile("\\{\\{(.*?)}}|\\{\\{|}}", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("([#/]?)([a-z]+)");

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    private sealed interface Piece {

        record Words(String text) implements Piece {}

        record Variable(String name) implements Piece {}

        record Begins(String name) implements Piece {}

        record Ends(String name) implements Piece {}
    }

    /** What is wrong with one, and in which line. */
    public record Fault(int line, String why) {}

    /** Something that is no template. */
    public static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        Broken(int line, String why) {
            super("line %d: %s".formatted(line, why), null, false, false);
            this.fault = new Fault(line, why);
        }

        public Fault fault() {
            return fault;
        }
    }

    /** @param must the variable without which it would say nothing; null for none */
    static Template parse(String text, Collection<String> known, @Nullable String must) throws Broken {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Broken(1, text.isBlank() ? "It says nothing." : "It is longer than 10,000 characters.");
        }
        var pieces = new ArrayList<Piece>();
        var found = BRACES.matcher(text);
        var at = 0;
        while (found.find()) {
            pieces.add(new Piece.Words(text.substring(at, found.start())));
            pieces.add(piece(found.group(1), known, line(text, found.start())));
            at = found.end();
        }
        pieces.add(new Piece.Words(text.substring(at)));
        checkParts(pieces);
        if (must != null && !pieces.contains(new Piece.Variable(must))) {
            throw new Broken(1, "Without {{%s}} nobody could tell what the mail is for.".formatted(must));
        }
        return new Template(pieces);
    }

    private static Piece piece(@Nullable String inside, Collection<String> known, int line) throws Broken {
        if (inside == null) {
            throw new Broken(line, "Braces that stand alone: a variable is written {{name}}.");
        }
        var it = VARIABLE.matcher(inside.strip());
        if (!it.matches() || !known.contains(it.group(2))) {
            throw new Broken(
                    line,
                    "There is no {{%s}} here. There are: %s.".formatted(inside.strip(), String.join(", ", known)));
        }
        return switch (it.group(1)) {
            case "#" -> new Piece.Begins(it.group(2));
            case "/" -> new Piece.Ends(it.group(2));
            default -> new Piece.Variable(it.group(2));
        };
    }

    /** Parts don't stand within parts, and each ends. */
    private static void checkParts(List<Piece> pieces) throws Broken {
        String open = null;
        var line = 1;
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Words(var text) ->
                    line += (int) text.chars().filter(c -> c == '\n').count();
                case Piece.Variable _ -> {}
                case Piece.Begins(var name) -> {
                    if (open != null) {
                        throw new Broken(line, "{{#%s}} begins before {{/%s}} has ended.".formatted(name, open));
                    }
                    open = name;
                }
                case Piece.Ends(var name) -> {
                    if (!name.equals(open)) {
                        throw new Broken(line, "{{/%s}} ends what has not begun.".formatted(name));
                    }
                    open = null;
                }
            }
        }
        if (open != null) {
            throw new Broken(line, "{{#%s}} does not end: {{/%s}} is missing.".formatted(open, open));
        }
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Its words with these values, paragraph by paragraph and line by line. What is not among them is empty. */
    List<List<String>> fill(Map<String, String> values) {
        var text = new StringBuilder();
        var silent = false;
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Words(var words) -> text.append(silent ? "" : words);
                case Piece.Variable(var name) -> text.append(silent ? "" : values.getOrDefault(name, ""));
                case Piece.Begins(var name) ->
                    silent = values.getOrDefault(name, "").isBlank();
                case Piece.Ends _ -> silent = false;
            }
        }
        return paragraphs(text.toString());
    }

    /** The same as one line, which no value can end. */
    String line(Map<String, String> values) {
        return fill(values).stream()
                .flatMap(List::stream)
                .collect(Collectors.joining(" "))
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    static List<List<String>> paragraphs(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split("\\R[ \\t]*\\R\\s*"))
                        .map(it -> it.lines().map(String::stripTrailing).toList())
                        .toList();
    }
}
