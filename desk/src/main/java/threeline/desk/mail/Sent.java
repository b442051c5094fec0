package threeline.desk.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/** Reads from a mail's header who sent it to whom, and what it answers. */
final class Sent {

    private static final int MOST_ADDRESSES = 500;
    private static final int MOST_REFERENCES = 100;
    private static final int LONGEST_ID = 500;

    private Sent() {}

    static IncomingMail.Senders senders(Headers headers) {
        return new IncomingMail.Senders(
                addresses(headers, "from"), usable(addresses(headers, "to")), usable(addresses(headers, "cc")));
    }

    /** The nearest first: what it answers, then its references from the last to the first. */
    static IncomingMail.Thread thread(Headers headers) {
        var before = new LinkedHashSet<String>();
        headers.all("in-reply-to").forEach(value -> ids(value).forEach(before::addLast));
        var references = new ArrayList<String>();
        headers.all("references").forEach(value -> references.addAll(ids(value)));
        references.reversed().forEach(before::add);
        return new IncomingMail.Thread(
                ownId(headers), before.stream().limit(MOST_REFERENCES).toList());
    }

    private static @Nullable String ownId(Headers headers) {
        return headers.first("message-id").map(Sent::ids).stream()
                .flatMap(SequencedSet::stream)
                .findFirst()
                .orElse(null);
    }

    /** All that stands in angle brackets, without them. */
    static SequencedSet<String> ids(String value) {
        var ids = new LinkedHashSet<String>();
        var open = value.indexOf('<');
        while (open >= 0) {
            var close = value.indexOf('>', open);
            if (close < 0) {
                break;
            }
            var id =
                    HeaderText.withoutControls(value.substring(open + 1, close)).replace(" ", "");
            if (!id.isEmpty() && id.length() <= LONGEST_ID) {
                ids.add(id);
            }
            open = value.indexOf('<', close);
        }
        return ids;
    }

    private static List<MailAddress> addresses(Headers headers, String name) {
        return headers.all(name)
                .flatMap(value -> parse(value).stream())
                .limit(MOST_ADDRESSES)
                .toList();
    }

    private static List<MailAddress> parse(String value) {
        var found = new ArrayList<MailAddress>();
        var bytes = ContentUtil.encode(StandardCharsets.UTF_8, value);
        for (var address : LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length()))) {
            switch (address) {
                case Mailbox mailbox -> found.add(of(mailbox));
                case Group group -> group.getMailboxes().forEach(mailbox -> found.add(of(mailbox)));
                default -> {}
            }
        }
        return found;
    }

    private static List<MailAddress> usable(List<MailAddress> addresses) {
        return addresses.stream().filter(MailAddress::isUsable).toList();
    }

    private static MailAddress of(Mailbox mailbox) {
        var name = mailbox.getName() == null ? "" : FieldText.words(Mojibake.undone(mailbox.getName()));
        return new MailAddress(
                HeaderText.withoutControls(Mojibake.undone(mailbox.getAddress())), HeaderText.withoutControls(name));
    }
}
