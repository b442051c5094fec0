package threeline.desk.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail of ours to one person. */
public record OutgoingMail(
        Route route, Words words, IncomingMail.Thread thread, Origin origin, List<Attachment> attachments) {

    /** How it came about; what no person wrote, no program may answer (RFC 3834). */
    public enum Origin {
        PERSON,
        /** By itself, because of a mail or a request of whom it goes to. */
        ANSWER,
        /** By itself, and unasked. */
        DESK
    }

    public boolean automatic() {
        return origin != Origin.PERSON;
    }

    /**
     * {@code returnPath} is where failures are reported to; null for mail whose failure nobody waits for. {@code
     * unsubscribe} is the address that ends such mail at one click; null where its reader asked for it by writing.
     */
    public record Route(
            MailAddress from,
            MailAddress to,
            @Nullable MailAddress replyTo,
            @Nullable MailAddress returnPath,
            @Nullable String unsubscribe) {

        public Route(
                MailAddress from, MailAddress to, @Nullable MailAddress replyTo, @Nullable MailAddress returnPath) {
            this(from, to, replyTo, returnPath, null);
        }
    }

    public record Words(String subject, String text, String html) {

        public Words {
            HeaderText.refuseControls(subject);
        }
    }

    public OutgoingMail {
        attachments = List.copyOf(attachments);
        thread.before().forEach(HeaderText::refuseControls);
        if (thread.messageId() == null
                || HeaderText.refuseControls(thread.messageId()).isBlank()) {
            throw new IllegalArgumentException("a mail without Message-ID");
        }
        if (!route.from().isUsable() || !route.to().isUsable()) {
            throw new IllegalArgumentException("no usable address: %s to %s".formatted(route.from(), route.to()));
        }
    }
}
