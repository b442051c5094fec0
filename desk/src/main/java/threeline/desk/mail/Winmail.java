package threeline.desk.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import threeline.desk.content.Content;

/** Opens what Outlook sometimes packs a mail's files into (winmail.dat, TNEF). */
final class Winmail {

    /** It is opened in hand; a larger one stays packed. */
    private static final int LARGEST = 12 * 1024 * 1024;

    private static final String UNKNOWN = "application/octet-stream";

    private Winmail() {}

    /** What is in it; a text without files where the mail's words were packed too. */
    record Opened(String text, List<Attachment> files) {}

    static boolean is(String type, String name) {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || name.equalsIgnoreCase("winmail.dat");
    }

    /** Nothing where it can't be opened. */
    static Opened open(Content content) {
        if (content.size() > LARGEST) {
            return new Opened("", List.of());
        }
        try {
            var message = new HMEFMessage(content.open());
            var files = new ArrayList<Attachment>();
            for (var it : message.getAttachments()) {
                var name = it.getLongFilename() == null ? it.getFilename() : it.getLongFilename();
                var bytes = it.getContents();
                if (bytes != null) {
                    files.add(new Attachment(named(name, files.size() + 1), UNKNOWN, Content.of(bytes)));
                }
            }
            return new Opened(body(message), files);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Opened("", List.of());
        }
    }

    private static String body(HMEFMessage message) {
        return message.getMessageMAPIAttribute(MAPIProperty.BODY) instanceof MAPIStringAttribute text
                ? text.getDataString()
                : "";
    }

    private static String named(@org.jspecify.annotations.Nullable String given, int number) {
        var name = given == null ? "" : FileNames.clean(given);
        return name.isEmpty() ? "attachment-" + number : name;
    }
}
