package threeline.promises.tier;

/** What happens when a limit is reached. */
public enum Then {
    ESCALATE,
    ALERT
}
