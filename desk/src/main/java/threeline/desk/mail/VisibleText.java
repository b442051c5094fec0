package threeline.desk.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text a person sees in a mail. Of a text given in several forms the plain one is taken, unless it says nothing. */
final class VisibleText {

    static final int NO_CHOICE = 0;

    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(int choice, boolean plain, String text) {}

    void add(int choice, String type, String text) {
        pieces.add(new Piece(choice, type.equals("text/plain"), text));
    }

    String text() {
        var text = new StringBuilder();
        for (var piece : pieces) {
            if (isTaken(piece)) {
                var words = tidy(piece.plain() ? piece.text() : HtmlText.of(piece.text()));
                text.append(text.isEmpty() || words.isEmpty() ? "" : "\n\n").append(words);
            }
        }
        return text.toString();
    }

    /** The HTML as it came, of all parts that have it. */
    @Nullable
    String html() {
        var html = new StringBuilder();
        pieces.stream().filter(it -> !it.plain()).forEach(it -> html.append(it.text()));
        return html.isEmpty() ? null : html.toString();
    }

    private boolean isTaken(Piece piece) {
        var plainSays = pieces.stream()
                .anyMatch(other -> other.choice() == piece.choice()
                        && other.plain()
                        && !other.text().isBlank());
        return piece.choice() == NO_CHOICE || piece.plain() == plainSays;
    }

    private static String tidy(String text) {
        var tidy = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(tidy::appendCodePoint);
        return tidy.toString().strip();
    }
}
