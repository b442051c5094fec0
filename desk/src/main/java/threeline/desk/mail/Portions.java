package threeline.desk.mail;

/** A mail's text in three: what was written, what was quoted of mails before it, and the signature. Together they are all of it. */
public record Portions(String visible, String quoted, String signature) {

    /** Of a text that passes something on nothing is a quotation: what is passed on is what it says. */
    public static Portions of(IncomingMail mail) {
        return Quotations.split(mail.text(), Quotations.isPassedOn(mail.subject()));
    }
}
