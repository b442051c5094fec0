package threeline.desk.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;

/** What is gathered from a mail while its parts go by. */
final class MailContent {

    private static final int MOST_PARTS = 1_000;
    private static final int DEEPEST = 30;
    private static final int LONGEST_FIELD_NAME = 200;

    /** Longer texts are files, of which only the beginning is shown. */
    private static final int LARGEST_TEXT = 2 * 1024 * 1024;

    /** The same for all texts together. */
    private static final int MOST_TEXT = 2 * LARGEST_TEXT;

    private static final int SHOWN = 64 * 1024;
    private static final int LARGEST_INVITATION = 256 * 1024;

    private final int largestHeader;
    private final Spool spool;
    private final List<Headers.Field> header = new ArrayList<>();
    private final Deque<Multipart> within = new ArrayDeque<>();
    private final VisibleText text = new VisibleText();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Ambiguities ambiguities = new Ambiguities();
    private PartHeader part = new PartHeader();
    private @Nullable DeliveryReport report;
    private int headerBytes;
    private long textBytes;
    private int parts;
    private int multiparts;
    private boolean headerRead;
    private boolean invited;

    /** A multipart that is open; {@code alternative} is the number of the nearest choice of one text in several forms. */
    private record Multipart(String subtype, int alternative) {}

    MailContent(int largestHeader, Spool spool) {
        this.largestHeader = largestHeader;
        this.spool = spool;
    }

    void take(EntityState state, MimeTokenStream tokens) throws IOException {
        switch (state) {
            case T_START_BODYPART -> {
                part = new PartHeader();
                ambiguities.part();
            }
            case T_FIELD -> field(tokens);
            case T_END_HEADER -> {
                headerRead = true;
                ambiguities.endOfHeader();
            }
            case T_START_MULTIPART -> {
                open(tokens.getBodyDescriptor().getSubType());
                ambiguities.open(String.valueOf(tokens.getBodyDescriptor().getBoundary()));
            }
            case T_END_MULTIPART -> {
                within.pop();
                ambiguities.close();
            }
            case T_BODY -> body(tokens);
            case T_START_MESSAGE,
                    T_END_MESSAGE,
                    T_RAW_ENTITY,
                    T_START_HEADER,
                    T_PREAMBLE,
                    T_EPILOGUE,
                    T_END_BODYPART,
                    T_END_OF_STREAM -> {}
        }
    }

    Reading reading(@Nullable String damage) {
        var headers = new Headers(header);
        var mail = new IncomingMail(
                headers,
                Sent.senders(headers),
                HeaderText.withoutControls(headers.first("subject").orElse("")),
                Sent.thread(headers),
                text.text(),
                text.html(),
                List.copyOf(attachments),
                report,
                damage,
                Set.copyOf(ambiguities.found()));
        return header.isEmpty() && mail.text().isEmpty() && attachments.isEmpty()
                ? new Reading.Unreadable("empty")
                : new Reading.Read(mail);
    }

    Ambiguities ambiguities() {
        return ambiguities;
    }

    Headers headers() {
        return new Headers(header);
    }

    IncomingMail.Senders senders() {
        return Sent.senders(new Headers(header));
    }

    private void field(MimeTokenStream tokens) {
        var raw = tokens.getField().getRaw().toByteArray();
        headerBytes += raw.length;
        if (headerBytes > largestHeader) {
            throw new MimeReader.OverBudget("a header larger than 256 KB");
        }
        var field = FieldText.of(tokens.getField().getName(), raw);
        ambiguities.field(written(raw), field.value());
        if (headerRead) {
            part.add(field);
        } else {
            header.add(field);
            part.add(field);
        }
    }

    private static String written(byte[] raw) {
        var line = new String(raw, 0, Math.min(raw.length, LONGEST_FIELD_NAME), StandardCharsets.ISO_8859_1);
        return line.substring(0, Math.max(0, line.indexOf(':')));
    }

    private void open(String subtype) {
        if (within.size() >= DEEPEST) {
            throw new MimeReader.OverBudget("parts within parts more than 30 deep");
        }
        var around = within.isEmpty() ? VisibleText.NO_CHOICE : within.peek().alternative();
        var choice = subtype.equalsIgnoreCase("alternative") ? ++multiparts : around;
        within.push(new Multipart(subtype, choice));
    }

    private void body(MimeTokenStream tokens) throws IOException {
        if (++parts > MOST_PARTS) {
            throw new MimeReader.OverBudget("more than 1,000 parts");
        }
        var descriptor = tokens.getBodyDescriptor();
        var content = MimeUtil.isBase64Encoding(descriptor.getTransferEncoding())
                ? base64(tokens.getInputStream())
                : spool.keep(tokens.getDecodedInputStream());
        var type = part.type(descriptor.getMimeType());
        switch (type) {
            case "text/plain", "text/html" -> textOrFile(type, content);
            case "text/calendar" -> invitation(content);
            case "message/delivery-status" -> report = DeliveryStatus.read(content.beginning(DeliveryStatus.ENOUGH));
            default -> file(type, content);
        }
    }

    private Content base64(InputStream encoded) throws IOException {
        var padded = new Padded(encoded);
        var content = spool.keep(new Base64InputStream(padded, new Doubts(ambiguities)));
        padded.transferTo(OutputStream.nullOutputStream());
        if (padded.goesOn()) {
            ambiguities.add(Ambiguity.BROKEN_ENCODING);
        }
        return content;
    }

    private void textOrFile(String type, Content content) {
        if (part.isFile()) {
            file(type, content);
        } else if (content.size() > LARGEST_TEXT || textBytes + content.size() > MOST_TEXT) {
            attachments.add(new Attachment("text-%d.txt".formatted(attachments.size() + 1), type, content));
            text.add(
                    VisibleText.NO_CHOICE,
                    "text/plain",
                    Charsets.decode(content.beginning(SHOWN), part.charset()) + "…");
        } else {
            textBytes += content.size();
            var choice =
                    within.isEmpty() ? VisibleText.NO_CHOICE : within.peek().alternative();
            text.add(choice, type, decoded(type, content.bytes()));
        }
    }

    private String decoded(String type, byte[] content) {
        if (type.equals("text/html")) {
            var claimed = part.charset();
            return Charsets.decode(content, claimed == null ? HtmlText.charsetIn(content) : claimed);
        }
        var words = Charsets.decode(content, part.charset());
        return part.isFlowed() ? Flowed.joined(words, part.dropsSpaces()) : words;
    }

    /** Its words, once, where people read them; the file itself is kept beside. */
    private void invitation(Content content) {
        var small = content.size() <= LARGEST_INVITATION;
        var words = small ? Invitation.words(Charsets.decode(content.bytes(), part.charset())) : "";
        if (!words.isEmpty() && !invited) {
            invited = true;
            text.add(VisibleText.NO_CHOICE, "text/plain", words);
        }
        file("text/calendar", content);
    }

    private void file(String type, Content content) {
        if (report != null && (type.equals("message/rfc822") || type.equals("text/rfc822-headers"))) {
            report = DeliveryStatus.concerning(report, content.beginning(DeliveryStatus.ENOUGH));
        }
        var name = part.fileName(type, attachments.size() + 1);
        var opened = Winmail.is(type, name) ? Winmail.open(content) : null;
        if (opened == null || opened.files().isEmpty() && opened.text().isBlank()) {
            attachments.add(new Attachment(name, type, content, part.contentId()));
        } else {
            attachments.addAll(opened.files());
            if (text.text().isEmpty()) {
                text.add(VisibleText.NO_CHOICE, "text/plain", opened.text());
            }
        }
    }
}
