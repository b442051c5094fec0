package threeline.desk.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version would change.
 *
 * @param unresolved tickets that were looked at
 * @param otherwise tickets of which something would be due at another time
 * @param overdue of those, how many would be past due by it at once
 * @param kinds the changes by what they have in common, the most frequent first
 * @param kept how promises of tickets of the last 90 days were kept and would have been; null while that is looked at
 * @param pages how many pages of tickets there are
 */
public record Outlook(
        int unresolved,
        int otherwise,
        int overdue,
        List<Kind> kinds,
        @Nullable List<Kept> kept,
        int pages) {

    public Outlook {
        kinds = List.copyOf(kinds);
        kept = kept == null ? null : List.copyOf(kept);
    }

    public Outlook with(List<Kept> hindsight) {
        return new Outlook(unresolved, otherwise, overdue, kinds, hindsight, pages);
    }

    /** So many tickets of a severity whose promise or aim fares alike. */
    public record Kind(String severity, String metric, boolean aim, Way way, int tickets, int overdue) {}

    /** How a due instant would change. */
    public enum Way {
        SOONER,
        LATER,
        /** It has none and would have one. */
        BEGINS,
        /** It has one and would have none. */
        ENDS
    }

    /** Promises of a severity and metric in the last 90 days. */
    public record Kept(String severity, String metric, Tally before, Tally after) {}

    /** How many were met, and how many breached. */
    public record Tally(int met, int breached) {

        public Tally plus(Tally other) {
            return new Tally(met + other.met, breached + other.breached);
        }
    }

    /** A ticket and one promise or aim of it. */
    public record Line(
            long number,
            String subject,
            String severity,
            String metric,
            boolean aim,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAfter,
            boolean overdue) {}
}
