package threeline.desk.mail.outbox;

import java.time.Instant;
import threeline.desk.content.Content;

/** A mail claimed for one try; {@code attempts} counts this one, and tells it from any later claim. */
record Parcel(
        long id,
        int attempts,
        Instant addedAt,
        String about,
        String returnPath,
        String recipient,
        String subject,
        Content raw) {}
