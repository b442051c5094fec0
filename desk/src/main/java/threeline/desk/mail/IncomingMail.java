package threeline.desk.mail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail as far as it could be read. {@code damage} says in words what could not. */
public record IncomingMail(
        Headers headers,
        Senders senders,
        String subject,
        Thread thread,
        String text,
        List<Attachment> attachments,
        @Nullable DeliveryReport report,
        @Nullable String damage) {

    /** Who wrote it and who else it went to. */
    public record Senders(List<MailAddress> from, List<MailAddress> to, List<MailAddress> cc) {}

    /** Its own Message-ID and those it names as before it, the nearest first. */
    public record Thread(@Nullable String messageId, List<String> before) {}

    public IncomingMail {
        attachments = List.copyOf(attachments);
    }

    /** The one it is from; empty where there is none, or more than one, or none that could be answered. */
    public Optional<MailAddress> from() {
        return senders.from().size() == 1
                ? Optional.of(senders.from().getFirst()).filter(MailAddress::isUsable)
                : Optional.empty();
    }
}
