package threeline.desk.timekeeping;

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

    private final List<Line> lines = new ArrayList<>();
    private final Map<Like, Integer> tickets = new LinkedHashMap<>();
    private final Map<Like, Integer> overdue = new LinkedHashMap<>();

    private record Like(String severity, String metric, boolean aim, Way way) {}

    /** Those changes of a ticket that somebody who promises would want to know of. */
    static List<Line> lines(Ticket ticket, List<Change> changes) {
        return changes.stream()
                .filter(it -> it.wouldBreak() || !Objects.equals(due(it.before()), due(it.after())))
                .map(it -> new Line(
                        ticket.number().value(),
                        ticket.subject(),
                        ticket.severity(),
                        it.which().metric().word(),
                        it.which().aim(),
                        due(it.before()),
                        due(it.after()),
                        it.wouldBreak()))
                .toList();
    }

    private static java.time.@Nullable Instant due(Change.@Nullable Seen seen) {
        return seen == null ? null : seen.dueAt();
    }

    void add(Line line) {
        lines.add(line);
        var like = new Like(line.severity(), line.metric(), line.aim(), way(line));
        tickets.merge(like, 1, Integer::sum);
        overdue.merge(like, line.overdue() ? 1 : 0, Integer::sum);
    }

    private static Way way(Line line) {
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

    List<Line> lines() {
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
                count(lines.stream().filter(Line::overdue).toList()),
                kinds,
                null,
                pages);
    }

    private Kind kind(Like like, int count) {
        return new Kind(like.severity(), like.metric(), like.aim(), like.way(), count, overdue.getOrDefault(like, 0));
    }

    private static int count(List<Line> lines) {
        Set<Long> numbers = new HashSet<>();
        lines.forEach(it -> numbers.add(it.number()));
        return numbers.size();
    }
}
