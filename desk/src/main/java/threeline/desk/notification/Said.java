package threeline.desk.notification;

import java.util.List;

/**
 * A mail's words: a language, a subject, what it says paragraph by paragraph, and whom it is from.
 *
 * @param link where its reader sees all of it, who has to come in for that; empty where there is no such place
 */
public record Said(String language, String subject, List<List<String>> paragraphs, List<String> footer, String link) {

    Said(String language, String subject, List<List<String>> paragraphs, List<String> footer) {
        this(language, subject, paragraphs, footer, "");
    }

    /** The same as plain text. */
    String text() {
        var text = new StringBuilder();
        paragraphs.forEach(lines -> text.append(String.join("\n", lines)).append("\n\n"));
        return text.append("-- \n")
                .append(String.join("\n", footer))
                .append(link.isEmpty() ? "" : "\n" + link)
                .append('\n')
                .toString();
    }
}
