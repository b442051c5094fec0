package threeline.desk.mail;

import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;

/** A file that travels with a mail; {@code contentId} is what the mail's HTML calls it by, if it shows it. */
public record Attachment(
        String name, String type, Content content, @Nullable String contentId) {

    public Attachment(String name, String type, Content content) {
        this(name, type, content, null);
    }

    public Attachment {
        HeaderText.refuseControls(name);
        HeaderText.refuseControls(type);
    }
}
