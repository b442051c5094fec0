package threeline.desk.mail.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import threeline.desk.mail.Attachment;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;

/** A mail that the sink took, as it came and as it reads. */
public record SunkMail(long number, Instant at, Envelope envelope, byte[] raw, Reading reading) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    public record Envelope(String from, List<String> to) {}

    static SunkMail of(long number, Instant at, Envelope envelope, byte[] raw) {
        return new SunkMail(number, at, envelope, raw, MimeReader.read(raw));
    }

    /** The mail; what can't be read is shown as an empty one. */
    public String text() {
        return switch (reading) {
            case Reading.Read(IncomingMail mail) -> mail.text();
            case Reading.Unreadable(String reason) -> reason;
        };
    }

    public String subject() {
        return reading instanceof Reading.Read(IncomingMail mail) ? mail.subject() : "";
    }

    public String when() {
        return WHEN.format(at);
    }

    public String recipients() {
        return String.join(", ", envelope.to());
    }

    public List<List<String>> paragraphs() {
        return Arrays.stream(text().split("\n\\s*\n"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }

    public List<String> files() {
        return reading instanceof Reading.Read(IncomingMail mail)
                ? mail.attachments().stream().map(Attachment::name).toList()
                : List.of();
    }

    public String source() {
        return new String(raw, StandardCharsets.UTF_8);
    }
}
