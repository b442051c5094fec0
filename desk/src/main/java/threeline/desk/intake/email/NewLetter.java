package threeline.desk.intake.email;

import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.identity.Authenticity;
import threeline.desk.mail.identity.Sender;

/** A mail as the door hands it in, for one of the mailboxes it came to. */
record NewLetter(Mailbox mailbox, Envelope envelope, Content raw, byte[] sha256, Authenticity authenticity) {

    /** How many lanes letters go down; more hands than these would have nothing to do. */
    static final int LANES = 8;

    /** What the sending server said: for whom it is, from whom (an empty return path for nobody), and where it is itself. */
    record Envelope(
            String recipient, Sender sender, @Nullable Origin origin) {}

    /** Which message of an inbox it is; only its beginning where that is {@code cut} off, because the whole is too large. */
    record Origin(long inbox, long uidValidity, long uid, boolean cut) {}

    boolean isLarge() {
        return raw.size() > Content.PIECE;
    }

    short lane() {
        return (short) Math.floorMod(sha256[0], LANES);
    }
}
