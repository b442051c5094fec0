package threeline.desk.intake.email;

import threeline.desk.mail.Mailbox;

/** A mail as the door hands it in, for one of the mailboxes it came to. */
record NewLetter(Mailbox mailbox, Envelope envelope, byte[] raw, byte[] sha256) {

    /** How many lanes letters go down; more hands than these would have nothing to do. */
    static final int LANES = 8;

    /** What the sending server said: the return path (empty for none), the recipient, and where the server is. */
    record Envelope(String returnPath, String recipient, String peer) {}

    short lane() {
        return (short) Math.floorMod(sha256[0], LANES);
    }
}
