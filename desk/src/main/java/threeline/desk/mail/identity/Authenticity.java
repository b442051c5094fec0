package threeline.desk.mail.identity;

/** Whether a mail is from whom its From says, and by what that was seen, in words. */
public record Authenticity(Proof proof, String words) {

    /** What came of it. Only the first two are believed. */
    public enum Proof {
        /** The From's own domain stands behind it: an aligned signature, or an aligned sending server. */
        PASS,
        /** It came by a way that vouches for its people, such as our own network. */
        VOUCHED,
        /** The domain says nothing about its mail. */
        NONE,
        /** The domain says how its mail is known, and this is not. */
        FAIL,
        /** The domain could not be asked. */
        UNKNOWN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Proof of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** May this From be believed? */
    public boolean proven() {
        return proof == Proof.PASS || proof == Proof.VOUCHED;
    }

    public static Authenticity none(String why) {
        return new Authenticity(Proof.NONE, why);
    }
}
