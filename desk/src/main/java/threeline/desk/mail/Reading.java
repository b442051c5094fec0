package threeline.desk.mail;

/** What came of reading a mail. */
public sealed interface Reading {

    record Read(IncomingMail mail) implements Reading {}

    record Unreadable(String reason) implements Reading {}
}
