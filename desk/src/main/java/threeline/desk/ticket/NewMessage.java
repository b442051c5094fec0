package threeline.desk.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something said, to be put on a timeline; a ticket's first message has a subject. */
public record NewMessage(@Nullable String subject, String text, List<NewAttachment> attachments) {

    /** Plain words without a subject or files. */
    public static NewMessage of(String text) {
        return new NewMessage(null, text, List.of());
    }
}
