package threeline.desk.mail.outbox;

/** A mail could not be delivered and will not be tried again. Told in the transaction that gives it up. */
public record MailLost(String about, String recipient, String subject, String why) {}
