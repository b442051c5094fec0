package threeline.desk.tryit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requester's side of the demo's outbox: what was sent to one address. */
final class Outbox {

    private final Window window;
    private final String address;
    private final JsonMapper json = new JsonMapper();

    Outbox(Window window, String address) {
        this.window = window;
        this.address = address;
    }

    record Mail(String from, String subject, String text, String raw) {

        /** A header's value, unfolded. */
        String header(String name) {
            var head = raw.substring(0, Math.max(0, raw.indexOf("\r\n\r\n"))).replaceAll("\r\n[ \t]+", " ");
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** The address in a header, without a name before it. */
        String address(String name) {
            var value = header(name);
            return value.endsWith(">") ? value.substring(value.lastIndexOf('<') + 1, value.length() - 1) : value;
        }
    }

    Mail await(String expected, String saying) {
        return Patience.await(
                expected,
                () -> mails().stream().filter(it -> contains(it, saying)).findFirst(),
                () -> mails().stream().map(Mail::subject).toList().toString());
    }

    private static boolean contains(Mail mail, String saying) {
        return mail.subject().contains(saying) || mail.text().contains(saying);
    }

    private List<Mail> mails() {
        var found =
                json.readTree(window.text("/dev/outbox.json?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8)));
        return StreamSupport.stream(found.spliterator(), false)
                .map(Outbox::mail)
                .toList();
    }

    private static Mail mail(JsonNode it) {
        return new Mail(text(it, "from"), text(it, "subject"), text(it, "text"), text(it, "raw"));
    }

    private static String text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asString).orElse("");
    }
}
