package threeline.desk.ticket;

/** The lists that agents work from. */
public enum View {
    /** All unresolved tickets, what breaks next first. */
    BREAKS_FIRST,
    /** Those of the agent who looks. */
    MINE,
    /** Those that no agent has. */
    UNASSIGNED,
    /** Those with a promise that is past due and still owed. */
    PAST_DUE,
    ON_HOLD,
    /** Resolved tickets, the latest first. */
    RESOLVED,
    /** Every ticket, the newest first. */
    ALL
}
