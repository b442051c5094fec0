package threeline.desk.mail.identity;

/** What the server that brought a mail said and was: its address, its name for itself, the mail's return path. */
public record Sender(String peer, String helo, String returnPath) {}
