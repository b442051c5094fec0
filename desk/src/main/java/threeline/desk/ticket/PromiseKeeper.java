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
     * @param holder the tier and group that have the ticket
     * @param next the promise that breaks next
     * @param wakeAt when something next happens by itself
     */
    record Judgement(
            List<Dated> happened,
            Holder holder,
            @Nullable NextDue next,
            @Nullable Instant wakeAt) {}

    /** What came about by itself, and when. */
    record Dated(Instant at, TicketEvent.ByItself event) {}

    /** Who has a ticket; no group in a charter that has none. */
    record Holder(String tier, @Nullable String group) {}
}
