package threeline.desk.intake.email;

import java.time.Instant;

/** A letter in hand: as it came, and how often it was tried before. */
record Letter(
        long id,
        String mailbox,
        String recipient,
        String returnPath,
        byte[] raw,
        byte[] sha256,
        Instant receivedAt,
        int attempts) {}
