package threeline.desk.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.Originals;

/**
 * One thing on the timeline, as its page shows it: something said, or something that happened.
 *
 * @param day heads the day that begins here
 * @param news what is told to those who listen, when it arrives by itself
 */
public record EntryView(int number, @Nullable Day day, When when, What what, String news) {

    public record Day(String id, String name) {}

    /** @param at for machines; {@code full} for who points at it */
    public record When(String at, String clock, String full) {}

    public sealed interface What {}

    /** Said by somebody. {@code kind}: public, reply or note. */
    public record Said(String kind, Writer writer, String icon, String how, Body body) implements What {}

    public record Writer(String name, String initials, boolean ofDesk) {}

    /** Words by paragraphs and lines, what is folded of them, how it came, and files. */
    public record Body(
            List<List<String>> paragraphs, Folds folds, Originals.@Nullable Original original, List<File> files) {

        static List<List<String>> paragraphs(@Nullable String text) {
            return text == null || text.isBlank()
                    ? List.of()
                    : java.util.Arrays.stream(text.strip().split("\\R[ \\t]*\\R\\s*"))
                            .map(it -> it.lines().toList())
                            .toList();
        }
    }

    /** What a mail program put below the words. */
    public record Folds(List<List<String>> quoted, List<List<String>> signature) {}

    /** @param drawn whether a small picture of it may be had */
    public record File(String path, String name, String size, boolean drawn) {}

    /** Happened. {@code kind} colours it: hold, warning, breach, kept, escalation, handover or plain. */
    public record Happened(String kind, String icon, String bold, String rest) implements What {

        public boolean urgent() {
            return kind.equals("breach");
        }
    }
}
