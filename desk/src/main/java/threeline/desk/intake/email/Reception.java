package threeline.desk.intake.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.ReplyKey;
import threeline.desk.mail.identity.Sender;

/**
 * Takes one mail at the door. Whatever is refused once the text has begun ends the connection: the library would read
 * what is left of the text as commands.
 */
final class Reception implements MessageHandler {

    private static final int BAD_LINES = 521;
    private static final String NOT_KEPT = "4.3.0 could not be kept, come back later";

    private final MessageContext context;
    private final Mailboxes mailboxes;
    private final Acceptance acceptance;
    private final Table table;
    private final Doors.Limits limits;
    private final Map<Mailbox, String> recipients = new LinkedHashMap<>();
    private final List<Mailbox> inOrder = new ArrayList<>();
    private String returnPath = "";

    Reception(MessageContext context, Staff staff) {
        this.context = context;
        this.mailboxes = staff.mailboxes();
        this.acceptance = staff.acceptance();
        this.table = staff.table();
        this.limits = staff.limits();
    }

    /** Whom the one at the door turns to. */
    @Component
    record Staff(Mailboxes mailboxes, Acceptance acceptance, Table table, Doors.Limits limits) {}

    @Override
    public void from(String sender) {
        returnPath = sender;
    }

    /** Of several addresses of one mailbox, the one with a key says more. */
    @Override
    public void recipient(String recipient) throws RejectException {
        var mailbox = whose(recipient);
        inOrder.add(mailbox);
        recipients.merge(
                mailbox, recipient, (one, two) -> ReplyKey.inAddress(two).isPresent() ? two : one);
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
        var kept = keep(in);
        if (!kept.containsAll(recipients.keySet())) {
            throw refused(451, NOT_KEPT);
        }
        return "2.0.0 kept";
    }

    /** The same by LMTP: an answer for each recipient, in the order in which they were named. */
    List<String> each(InputStream in) throws RejectException, IOException {
        var kept = keep(in);
        return inOrder.stream()
                .map(it -> kept.contains(it) ? "250 2.0.0 kept" : "451 " + NOT_KEPT)
                .toList();
    }

    private Set<Mailbox> keep(InputStream in) throws RejectException, IOException {
        try (var text = new MailText(table, limits.bytes())) {
            return switch (text.read(in)) {
                case WHOLE ->
                    acceptance.keep(
                            text.content(), new Sender(peer(), context.getHelo().orElse(""), returnPath), recipients);
                case TOO_LARGE ->
                    throw refused(
                            552,
                            "5.3.4 mail larger than %d MB"
                                    .formatted(limits.size().toMegabytes()));
                case NO_ROOM -> throw refused(452, "4.3.1 too much large mail at once, come back later");
                case BROKEN_LINES -> {
                    throwAwayWhatCame();
                    throw refused(BAD_LINES, "5.5.2 a line that does not end in CR LF");
                }
            };
        }
    }

    @Override
    public void done() {}

    private Mailbox whose(String recipient) throws RejectException {
        try {
            return mailboxes
                    .whose(recipient)
                    .orElseThrow(() -> new RejectException(550, "5.1.1 no desk has this address"));
        } catch (RuntimeException e) {
            throw new RejectException(451, "4.3.0 not at the moment, come back later");
        }
    }

    private String peer() {
        return context.getRemoteAddress() instanceof java.net.InetSocketAddress at && at.getAddress() != null
                ? at.getAddress().getHostAddress()
                : "";
    }

    /** What is left of a line that another server might take for commands. */
    private void throwAwayWhatCame() throws IOException {
        if (context instanceof Session session) {
            var raw = session.getRawInput();
            while (raw.available() > 0 && raw.skip(raw.available()) > 0) {
                // all of it
            }
        }
    }

    private static DropConnectionException refused(int code, String why) {
        return new DropConnectionException(code, why);
    }
}
