package threeline.desk.notification;

import java.time.Instant;
import threeline.desk.ticket.TicketNumber;

/** Something that has still to be told. */
record Notice(long id, TicketNumber ticket, int entry, What what, Instant dueAt, int attempts) {

    /** What a requester is told of. */
    enum What {
        OPENED,
        REPLIED,
        RESOLVED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static What of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
