package threeline.promises.keeping;

import java.util.Locale;

/** Where a ticket stands. */
public enum Status {
    OPEN,
    HELD,
    RESOLVED,
    CLOSED;

    /** As scenarios write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
