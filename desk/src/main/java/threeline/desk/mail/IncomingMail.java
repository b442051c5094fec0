package threeline.desk.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as far as it could be read: its text as a person sees it, and its HTML as it came, if it has any.
 * {@code damage} says in words what could not be read, {@code ambiguities} why another reader may find something else in it.
 */
public record IncomingMail(
        Headers headers,
        Senders senders,
        String subject,
        Thread thread,
        String text,
        @Nullable String html,
        List<Attachment> attachments,
        @Nullable DeliveryReport report,
        @Nullable String damage,
        Set<Ambiguity> ambiguities) {

    private static final int ENOUGH = 64 * 1024;

    /** Who wrote it and who else it went to. */
    public record Senders(List<MailAddress> from, List<MailAddress> to, List<MailAddress> cc) {}

    /** Its own Message-ID and those it names as before it, the nearest first. */
    public record Thread(@Nullable String messageId, List<String> before) {}

    /** The one it is from; empty where there is none, or more than one, or none that could be answered. */
    public Optional<MailAddress> from() {
        return senders.from().size() == 1
                ? Optional.of(senders.from().getFirst()).filter(MailAddress::isUsable)
                : Optional.empty();
    }

    /** Message-IDs within its words and its attached mails: broken reports say by these what they are about. */
    public Stream<String> idsInside() {
        var attached = attachments.stream()
                .filter(it -> it.type().startsWith("message/") || it.type().equals("text/rfc822-headers"))
                .map(it -> new String(it.content().beginning(ENOUGH), StandardCharsets.UTF_8));
        var words = text.substring(0, Math.min(text.length(), ENOUGH));
        return Stream.concat(Stream.of(words), attached).flatMap(it -> Sent.ids(it).stream());
    }
}
