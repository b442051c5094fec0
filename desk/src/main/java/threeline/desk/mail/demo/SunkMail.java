package threeline.desk.mail.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;

/** A mail that the sink took, as it came and as it reads. */
public record SunkMail(long number, Instant at, Envelope envelope, byte[] raw, Reading reading) {

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

    public String source() {
        return new String(raw, StandardCharsets.UTF_8);
    }
}
