package threeline.desk.mail;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;
import org.apache.james.mime4j.util.MimeUtil;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;

/**
 * Writes a mail as the bytes that travel: a text and an HTML form, then the files. What is more than little is laid aside
 * while it is written, so that files cost no memory.
 */
public final class MimeWriter {

    /** By this we know our own mail when it comes back; its value is the desk that sent it. */
    public static final String MARK = "X-Threeline-Desk";

    /** Neither quoted-printable nor base64 can ever contain {@code =_}, so no text can end a part. */
    private static final String ALL = "=_threeline_all";

    private static final String FORMS = "=_threeline_forms";
    private static final int SHEET = 64 * 1024;
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final OutputStream out;

    private MimeWriter(OutputStream out) {
        this.out = out;
    }

    /** It can be read until the spool is closed. */
    public static Content write(OutgoingMail mail, Instant date, String desk, Spool spool) {
        var laying = spool.begin();
        try (var out = new BufferedOutputStream(laying.stream(), SHEET)) {
            new MimeWriter(out).write(mail, date, desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return laying.end();
    }

    private void write(OutgoingMail mail, Instant date, String desk) throws IOException {
        header(mail, date, desk);
        if (mail.attachments().isEmpty()) {
            forms(mail.words());
        } else {
            withFiles(mail);
        }
    }

    private void header(OutgoingMail mail, Instant date, String desk) throws IOException {
        var route = mail.route();
        field("Date", DATE.format(date));
        field("From", address(route.from()));
        field("To", address(route.to()));
        if (route.replyTo() != null) {
            field("Reply-To", address(route.replyTo()));
        }
        field("Subject", EncoderUtil.encodeIfNecessary(mail.words().subject(), EncoderUtil.Usage.TEXT_TOKEN, 9));
        line("Message-ID: <%s>".formatted(mail.thread().messageId())); // some lose an id that stands on a second line
        if (!mail.thread().before().isEmpty()) {
            var before = mail.thread().before();
            field("In-Reply-To", "<%s>".formatted(before.getFirst()));
            field(
                    "References",
                    before.reversed().stream().map("<%s>"::formatted).collect(Collectors.joining(" ")));
        }
        switch (mail.origin()) {
            case PERSON -> {}
            case ANSWER -> field("Auto-Submitted", "auto-replied");
            case DESK -> field("Auto-Submitted", "auto-generated");
        }
        if (route.unsubscribe() != null) {
            line("List-Unsubscribe: <%s>".formatted(route.unsubscribe())); // some lose an address that is folded
            if (route.unsubscribe().startsWith("https:")) {
                line("List-Unsubscribe-Post: List-Unsubscribe=One-Click"); // RFC 8058
            }
        }
        field("X-Auto-Response-Suppress", "All");
        field(MARK, desk);
        field("MIME-Version", "1.0");
    }

    private void withFiles(OutgoingMail mail) throws IOException {
        field("Content-Type", "multipart/mixed; boundary=\"%s\"".formatted(ALL));
        line("\r\n--" + ALL);
        forms(mail.words());
        for (var file : mail.attachments()) {
            line("\r\n--" + ALL);
            field("Content-Type", file.type());
            field("Content-Disposition", "attachment; " + fileName(file.name()));
            field("Content-Transfer-Encoding", "base64");
            line("");
            copy(file.content());
        }
        line("\r\n--" + ALL + "--");
    }

    private void copy(Content file) throws IOException {
        try (var in = file.open();
                var coded = BASE64.wrap(new Unclosed(out))) {
            in.transferTo(coded);
        }
    }

    private void forms(OutgoingMail.Words words) throws IOException {
        field("Content-Type", "multipart/alternative; boundary=\"%s\"".formatted(FORMS));
        form("plain", words.text());
        form("html", words.html());
        line("\r\n--" + FORMS + "--");
    }

    private void form(String subtype, String text) throws IOException {
        line("\r\n--" + FORMS);
        field("Content-Type", "text/%s; charset=utf-8".formatted(subtype));
        field("Content-Transfer-Encoding", "quoted-printable");
        line("");
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        try (var quoted = new QuotedPrintableOutputStream(new Unclosed(out), false)) {
            quoted.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The name for old programs in ASCII, and as it is for all others (RFC 6266 does the same). */
    private static String fileName(String name) {
        var plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\]", "_");
        var whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return plain.equals(name)
                ? "filename=\"%s\"".formatted(plain)
                : "filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole);
    }

    private static String address(MailAddress address) {
        return address.name().isBlank()
                ? address.address()
                : "%s <%s>".formatted(EncoderUtil.encodeAddressDisplayName(address.name()), address.address());
    }

    private void field(String name, String value) throws IOException {
        line(MimeUtil.fold(name + ": " + HeaderText.refuseControls(value.replace("\r\n ", " ")), 0));
    }

    private void line(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write(new byte[] {'\r', '\n'});
    }

    /** What is coded ends, and the mail goes on. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // whoever opened it closes it
        }
    }
}
