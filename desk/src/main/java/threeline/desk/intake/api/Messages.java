package threeline.desk.intake.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;

/** Reads what somebody says, with its files. */
final class Messages {

    static final int LONGEST_TEXT = 200_000;
    static final int LONGEST_NAME = 200;
    private static final int MOST_FILES = 20;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"()\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"()\\p{Cntrl}]+");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+");

    private Messages() {}

    static NewMessage message(Fields in) {
        return message(in, null);
    }

    static NewMessage message(Fields in, @Nullable String subject) {
        return new NewMessage(
                subject, in.text("text", LONGEST_TEXT), in.list("attachments", MOST_FILES, Messages::attachment));
    }

    static String address(Fields in, String name) {
        var address = in.text(name, LONGEST_ADDRESS);
        if (!address.isBlank() && !ADDRESS.matcher(address).matches()) {
            in.fault(name, "It is no mail address; send one such as ann@example.org.");
        }
        return address;
    }

    private static NewAttachment attachment(Fields in) {
        var type = in.line("type", LONGEST_NAME);
        if (!type.isEmpty() && !MEDIA_TYPE.matcher(type).matches()) {
            in.fault("type", "It is no media type; send one such as application/pdf.");
        }
        return new NewAttachment(in.line("name", LONGEST_NAME), type, Content.of(in.base64("content")));
    }
}
