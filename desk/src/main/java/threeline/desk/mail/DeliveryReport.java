package threeline.desk.mail;

import org.jspecify.annotations.Nullable;

/** What a mail server says became of a mail of ours (RFC 3464). */
public record DeliveryReport(
        @Nullable String recipient,
        String action,
        String status,
        String diagnostic,
        @Nullable String messageId) {

    public boolean failed() {
        return action.equalsIgnoreCase("failed");
    }
}
