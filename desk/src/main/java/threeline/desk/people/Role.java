package threeline.desk.people;

/** What an agent is to the desk. */
public enum Role {
    AGENT,
    MANAGER,
    ADMIN,
    /** Sees, and changes nothing. */
    AUDITOR
}
