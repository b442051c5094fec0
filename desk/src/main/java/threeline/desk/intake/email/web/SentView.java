package threeline.desk.intake.email.web;

import org.jspecify.annotations.Nullable;
import threeline.desk.mail.outbox.Outgoing;
import threeline.desk.web.Moments;

/** A mail of ours, in the words of a page. */
public record SentView(
        long id,
        String about,
        String recipient,
        String subject,
        String state,
        String when,
        @Nullable String why) {

    static SentView of(Outgoing.Sent it, Moments moments) {
        return new SentView(
                it.id(), it.about(), it.recipient(), it.subject(), state(it), when(it, moments), it.failure());
    }

    private static String state(Outgoing.Sent it) {
        return switch (it.state()) {
            case "sent" -> "Sent";
            case "given-up" -> "Given up";
            default -> it.failure() == null ? "Waits" : "Is tried again";
        };
    }

    private static String when(Outgoing.Sent it, Moments moments) {
        return switch (it.state()) {
            case "sent" -> moments.brief(it.sentAt() == null ? it.addedAt() : it.sentAt());
            case "given-up" -> moments.brief(it.addedAt());
            default -> moments.brief(it.dueAt());
        };
    }
}
