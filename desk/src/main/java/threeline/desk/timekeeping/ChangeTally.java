package threeline.desk.timekeeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.desk.contract.Outlook;
import threeline.desk.contract.Outlook.Kind;
import threeline.desk.contract.Outlook.Line;
import threeline.desk.contract.Outlook.Way;
import threeline.desk.ticket.Ticket;
import threeline.promises.succession.Change;

/** Counts what would change, and puts alike to alike. */
final class ChangeTally {

    /** So many are kept in memory that each is to be small. */
    record Found(
            long number,
            String severity,
            String metric,
            boolean aim,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAfter,
            boolean overdue) {

        Line about(String subject) {
            return new Line(number, subject, severity, metric, aim, dueBefore, dueAfter, overdue);
        }
    }

    private final List<Found> lines = new ArrayList<>();
    private final Map<Like, Integer> tickets = new LinkedHashMap<>();
    private final Map<Like, Integer> overdue = new LinkedHashMap<>();

    private record Like(String severity, String metric, boolean aim, Way way) {}

    /** Those changes of a ticket that somebody who promises would want to know of. */
    static List<Found> lines(Ticket ticket, List<Change> changes) {
        return changes.stream()
                .filter(it -> it.wouldBreak() || !Objects.equals(due(it.before()), due(it.after())))
                .map(it -> new Found(
                        ticket.number().value(),
                        ticket.severity().intern(),
                        it.which().metric().word(),
                        it.which().aim(),
                        due(it.before()),
                        due(it.after()),
                        it.wouldBreak()))
                .toList();
    }

    private static @Nullable Instant due(Change.@Nullable Seen seen) {
        return seen == null ? null : seen.dueAt();
    }

    void add(Found line) {
        lines.add(line);
        var like = new Like(line.severity(), line.metric(), line.aim(), way(line));
        tickets.merge(like, 1, Integer::sum);
        overdue.merge(like, line.overdue() ? 1 : 0, Integer::sum);
    }

    private static Way way(Found line) {
        var before = line.dueBefore();
        var after = line.dueAfter();
        if (before == null) {
            return Way.BEGINS;
        }
        if (after == null) {
            return Way.ENDS;
        }
        return after.isBefore(before) ? Way.SOONER : Way.LATER;
    }

    List<Found> lines() {
        return lines;
    }

    Outlook outlook(int unresolved, int pages) {
        var kinds = tickets.entrySet().stream()
                .map(it -> kind(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing((Kind it) -> -it.overdue()).thenComparing(it -> -it.tickets()))
                .toList();
        return new Outlook(
                unresolved,
                count(lines),
                count(lines.stream().filter(Found::overdue).toList()),
                kinds,
                null,
                pages);
    }

    private Kind kind(Like like, int count) {
        return new Kind(like.severity(), like.metric(), like.aim(), like.way(), count, overdue.getOrDefault(like, 0));
    }

    private static int count(List<Found> lines) {
        Set<Long> numbers = new HashSet<>();
        lines.forEach(it -> numbers.add(it.number()));
        return numbers.size();
    }
}
