package threeline.promises.tier;

/** How a ticket may reach a tier. */
public enum Takes {
    /** New tickets start here. */
    DIRECT,
    ESCALATIONS,
    OVERFLOW,
    /** A call made to one of its people. */
    BY_NAME
}
