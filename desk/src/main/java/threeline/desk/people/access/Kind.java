package threeline.desk.people.access;

/** All kinds of people who sign in, as far as rights tell them apart. */
public enum Kind {
    /** Asks for help, and comes in at the portal alone. */
    REQUESTER("Requester"),
    /** Asks too, and speaks for the other people of the organization. */
    SUPER_USER("Super user"),
    /** Of an outside group, or of a client's own staff: belongs to one organization. */
    OUTSIDE_AGENT("Outside agent"),
    AGENT("Agent"),
    MANAGER("Manager"),
    ADMINISTRATOR("Administrator"),
    /** Sees all that happened, and changes nothing. */
    AUDITOR("Auditor");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
