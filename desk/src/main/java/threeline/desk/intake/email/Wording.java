package threeline.desk.intake.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;
import threeline.desk.mail.Attachment;
import threeline.desk.mail.Forward;
import threeline.desk.mail.IncomingMail;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;

/** A mail's words as a ticket's message. */
final class Wording {

    /** More than anybody reads on a page; the whole text then comes as a file beside it. */
    private static final int LONGEST = 100_000;

    private Wording() {}

    static NewMessage message(IncomingMail mail) {
        return message(mail.subject(), mail.text(), mail.attachments(), mail.damage());
    }

    static NewMessage message(Forward forward) {
        return message(forward.subject(), forward.text(), forward.attachments(), null);
    }

    private static NewMessage message(
            String subject, String whole, List<Attachment> attachments, @Nullable String damage) {
        var files = new ArrayList<NewAttachment>();
        attachments.forEach(it -> files.add(new NewAttachment(it.name(), it.type(), it.content())));
        var text = whole;
        if (text.length() > LONGEST) {
            files.add(new NewAttachment(
                    "whole-text.txt", "text/plain", Content.of(text.getBytes(StandardCharsets.UTF_8))));
            text = text.substring(0, LONGEST) + "…";
        }
        if (damage != null) {
            text = "%s\n\n[This mail is %s; this is what could be read.]"
                    .formatted(text, damage)
                    .strip();
        }
        return new NewMessage(subject, text.isBlank() ? "[A mail without words.]" : text, files);
    }
}
