package threeline.desk.notification;

import java.util.List;

/** A mail's words: a language, a subject, what it says paragraph by paragraph, and whom it is from. */
public record Said(String language, String subject, List<List<String>> paragraphs, List<String> footer) {

    /** The same as plain text. */
    String text() {
        var text = new StringBuilder();
        paragraphs.forEach(lines -> text.append(String.join("\n", lines)).append("\n\n"));
        return text.append("-- \n")
                .append(String.join("\n", footer))
                .append('\n')
                .toString();
    }
}
