package threeline.desk.vendor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.TicketNumber;

/**
 * One ticket, brought to one vendor.
 *
 * @param reference what the vendor calls it
 * @param chaseAt when it is asked again; null once it has answered
 */
record Asking(
        TicketNumber ticket,
        String vendor,
        Instant askedAt,
        @Nullable String reference,
        @Nullable Instant chaseAt) {

    /** What the mails of this thread are about; no requester's mail ever is. */
    String about(String prefix) {
        return "vendor %s %s".formatted(ticket.reference(prefix), vendor);
    }

    /** In whose place its keys are made: the vendor, whoever of its people answers. */
    String sealedTo() {
        return "vendor:" + vendor;
    }
}
