package threeline.desk.ticket;

import java.util.Locale;

/** Where a ticket stands. */
public enum Status {
    OPEN,
    HELD,
    RESOLVED,
    CLOSED;

    /** The word for it in tables and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of this word; any other word is refused. */
    public static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody still works on it. */
    public boolean unresolved() {
        return this == OPEN || this == HELD;
    }
}
