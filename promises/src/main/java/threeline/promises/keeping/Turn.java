package threeline.promises.keeping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act, or one thing that happened by itself, and all that came of it at once.
 *
 * @param act null for what happened by itself
 * @param happenings one at least
 */
public record Turn(Cause cause, @Nullable Act act, List<Happening> happenings) {

    /** What things happen by, in the order in which they happen at one instant, whatever tickets they happen to. */
    public enum Cause {
        ACT,
        VERSION,
        WARNING,
        LATE,
        BREACH,
        RISE,
        STAY,
        HANDOVER,
        ACCEPTANCE,
        CLOSING
    }

    public Turn {
        happenings = List.copyOf(happenings);
    }

    public Instant at() {
        return happenings.getFirst().at();
    }
}
