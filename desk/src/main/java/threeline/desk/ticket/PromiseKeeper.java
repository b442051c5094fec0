package threeline.desk.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever knows what was promised. The ticket asks at each change, in the transaction of the change, so that promises
 * never lag behind what happened.
 */
public interface PromiseKeeper {

    /** Judges a ticket by its whole timeline, as seen at {@code now}. */
    Judgement judge(List<Entry> timeline, Instant now);

    /**
     * How a ticket and its promises stand.
     *
     * @param happened all that came about by itself up to now, each dated at its own instant, in order
     * @param next the promise that breaks next
     * @param wakeAt when something next happens by itself
     */
    record Judgement(
            List<Dated> happened,
            Situation situation,
            @Nullable NextDue next,
            @Nullable Instant wakeAt) {}

    /** What came about by itself, and when. */
    record Dated(Instant at, TicketEvent.ByItself event) {}
}
