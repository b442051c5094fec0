package threeline.promises.clock;

import java.time.Instant;

/** What a clock reaches by itself: at this instant, a warning's percentage, the first figure of a range, or its limit. */
public record Mark(Instant at, Kind kind, int percent) {

    /** In the order in which they are told at one instant. */
    public enum Kind {
        WARNING,
        LATE,
        BREACH
    }

    /** Earlier, or told earlier at the same instant. */
    public boolean isBefore(Mark other) {
        var order = at.compareTo(other.at);
        return order < 0 || order == 0 && kind.compareTo(other.kind) < 0;
    }
}
