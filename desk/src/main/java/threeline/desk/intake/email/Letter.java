package threeline.desk.intake.email;

import java.time.Instant;
import threeline.desk.content.Content;
import threeline.desk.mail.identity.Authenticity;

/** A letter in hand: as it came, how often it was tried before, and what is proven of its sender. */
record Letter(
        long id,
        String mailbox,
        String recipient,
        String returnPath,
        Content raw,
        byte[] sha256,
        Instant receivedAt,
        int attempts,
        Authenticity authenticity) {}
