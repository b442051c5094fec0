package threeline.desk.ticket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The promise of a ticket that breaks next, or has broken and is still owed, as it stood at one instant.
 *
 * @param state the promise's state in the charter's word: running, paused, breached
 * @param dueAt null while it is paused
 * @param left what is left of the allowance at {@code asOf}; negative once past due
 * @param calendar the charter's name of the calendar that the time is counted by
 */
public record NextDue(
        PromiseName promise,
        String state,
        boolean late,
        @Nullable Instant dueAt,
        Duration left,
        Duration allowance,
        String calendar,
        Instant asOf) {

    private static final Instant PAUSED = Instant.parse("5000-01-01T00:00:00Z");
    private static final Instant NOTHING_DUE = Instant.parse("9999-01-01T00:00:00Z");

    /** What a queue is sorted by: the due instant; after all of those what is paused, the least left first; then the rest. */
    public static Instant breaksAt(@Nullable NextDue next) {
        if (next == null) {
            return NOTHING_DUE;
        }
        return next.dueAt() != null ? next.dueAt() : PAUSED.plus(next.left());
    }
}
