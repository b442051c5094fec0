package threeline.desk.intake.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.ReplyKey;
import threeline.desk.mail.identity.Sender;

/**
 * Takes one mail at the door. Whatever is refused once the text has begun ends the connection: the library would read
 * what is left of the text as commands.
 */
final class Reception implements MessageHandler {

    private static final int BAD_LINES = 521;

    private final MessageContext context;
    private final Mailboxes mailboxes;
    private final Acceptance acceptance;
    private final Table table;
    private final Map<Mailbox, String> recipients = new LinkedHashMap<>();
    private String returnPath = "";

    Reception(MessageContext context, Staff staff) {
        this.context = context;
        this.mailboxes = staff.mailboxes();
        this.acceptance = staff.acceptance();
        this.table = staff.table();
    }

    /** Whom the one at the door turns to. */
    @Component
    record Staff(Mailboxes mailboxes, Acceptance acceptance, Table table) {}

    @Override
    public void from(String sender) {
        returnPath = sender;
    }

    /** Of several addresses of one mailbox, the one with a key says more. */
    @Override
    public void recipient(String recipient) throws RejectException {
        var mailbox = whose(recipient);
        recipients.merge(
                mailbox, recipient, (one, two) -> ReplyKey.inAddress(two).isPresent() ? two : one);
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
        try (var text = new MailText(table, MimeReader.LARGEST_MAIL)) {
            switch (text.read(in)) {
                case WHOLE -> keep(text.bytes());
                case TOO_LARGE -> throw refused(552, "5.3.4 mail larger than 35 MB");
                case NO_ROOM -> throw refused(452, "4.3.1 too much large mail at once, come back later");
                case BROKEN_LINES -> {
                    throwAwayWhatCame();
                    throw refused(BAD_LINES, "5.5.2 a line that does not end in CR LF");
                }
            }
        }
        return "2.0.0 kept";
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

    private void keep(byte[] raw) throws RejectException {
        try {
            acceptance.keep(raw, new Sender(peer(), context.getHelo().orElse(""), returnPath), recipients);
        } catch (LetterBox.NotKept e) {
            throw refused(451, "4.3.0 could not be kept, come back later");
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
