package threeline.desk.people.access;

/** How far a right goes. */
public enum Reach {
    NONE("–"),
    /** To what is one's own. */
    OWN("own"),
    /** To what one asked, or was copied in on, kept by the wall below the queries: nothing else is ever found. */
    ASKED("own"),
    /** To what is of one's organization; asked of each thing. */
    ORGANIZATION("their organization's"),
    /** The same, kept by the wall below the queries: nothing else is ever found. */
    SIGHT("their organization's"),
    DESK("all");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
