package threeline.desk.intake.email.screening;

/** What is to be done with a mail. {@code why} is for people to read. */
public sealed interface Verdict {

    /** A person wrote it. */
    record Accept() implements Verdict {}

    /** A program wrote it of its own accord: it may open a ticket, but nobody is told automatically. */
    record Quietly(String why) implements Verdict {}

    /** A program answered a mail of ours: noted on the ticket that the mail was about, and nothing else. */
    record Echo(Of of, String why) implements Verdict {}

    /** What kind of answer it is. */
    enum Of {
        /** A server says that a mail did not arrive, or not yet. */
        REPORT,
        /** A program answers for a person. */
        ANSWER
    }

    /** Kept, and nothing made of it. */
    record Ignore(String why) implements Verdict {}

    /** Kept where a person decides. */
    record Quarantine(String why) implements Verdict {}
}
