package threeline.desk.mail;

/** A mail's text in three: what was written, what was quoted of mails before it, and the signature. Together they are all of it. */
public record Portions(String visible, String quoted, String signature) {

    public static Portions of(IncomingMail mail) {
        return of(mail.subject(), mail.text());
    }

    /** Of a text that passes something on nothing is a quotation: what is passed on is what it says. */
    public static Portions of(String subject, String text) {
        return Quotations.split(text, Quotations.isPassedOn(subject));
    }

    /** What nobody folds. */
    public static Portions whole(String text) {
        return new Portions(text, "", "");
    }
}
