package threeline.desk.intake.email.screening;

/** What is to be done with a mail. {@code why} is for people to read. */
public sealed interface Verdict {

    /** A person wrote it. */
    record Accept() implements Verdict {}

    /** A program wrote it of its own accord: it may open a ticket, but nobody is told automatically. */
    record Quietly(String why) implements Verdict {}

    /** A program answered a mail of ours: noted on the ticket that the mail was about, and nothing else. */
    record Echo(String why) implements Verdict {}

    /** Kept, and nothing made of it. */
    record Ignore(String why) implements Verdict {}

    /** Kept where a person decides. */
    record Quarantine(String why) implements Verdict {}
}
