package threeline.desk.people.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Requester;
import threeline.desk.people.erasure.Erasure;

/** What would go of somebody, or what did. */
public record ErasureView(Requester who, @Nullable Erasure erasure, Map<String, Long> counts) {

    private static final List<Count> ALL = List.of(
            new Count("tickets", "tickets they asked: the subject and all words go, what happened and when stays"),
            new Count("entries", "entries on timelines whose words go"),
            new Count("mentions", "entries of other tickets that named or quoted them"),
            new Count("files", "files of their tickets and messages"),
            new Count("contents", "contents of files that nobody else needs"),
            new Count("letters", "mails as they came in: of their tickets, and what names their address"),
            new Count("mails", "mails as they left: of their tickets, and to them"),
            new Count("lines", "lines of the audit trail that lose whom they name"));

    /** So many, and of what. */
    public record Count(String many, String what) {}

    public List<Count> all() {
        return ALL.stream()
                .map(it -> new Count("%,d".formatted(counts.getOrDefault(it.many(), 0L)), it.what()))
                .toList();
    }

    public boolean isOpen() {
        return erasure == null || erasure.failure() != null;
    }
}
