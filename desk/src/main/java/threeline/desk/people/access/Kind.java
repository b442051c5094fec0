package threeline.desk.people.access;

/** All kinds of people who sign in or write in, as far as rights tell them apart. */
public enum Kind {
    /** Asks for help, and comes in at the portal alone. */
    REQUESTER("Requester"),
    /** Asks too, and speaks for the other people of the organization. */
    SUPER_USER("Super user"),
    /** Of an outside group, or of a client's own staff: belongs to one organization. */
    OUTSIDE_AGENT("Outside agent"),
    /** An agent of either kind whose rights hold on their watch alone, while none of their groups is on it. */
    OFF_WATCH("Agent off watch"),
    /** Of any of these of whom a second step is demanded, in a session that began without. */
    ONE_STEP("Agent by one step"),
    AGENT("Agent"),
    MANAGER("Manager"),
    ADMINISTRATOR("Administrator"),
    /** Sees all that happened, and changes nothing. */
    AUDITOR("Auditor"),
    /** At a vendor's own domain, in a thread with it; has no account, as the two that follow. */
    VENDOR_CONTACT("Vendor's contact"),
    /** Whoever a mail is from, its domain standing behind it. */
    MAIL_SENDER("Mail sender"),
    /** Whoever a mail says that it is from. */
    UNPROVEN_SENDER("Unproven sender");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
