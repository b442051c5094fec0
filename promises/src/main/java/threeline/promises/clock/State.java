package threeline.promises.clock;

import java.util.Locale;

/** How a promise stands. */
public enum State {
    RUNNING,
    PAUSED,
    MET,
    BREACHED,
    /** Over, neither met nor breached. */
    ENDED;

    /** As scenarios write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
