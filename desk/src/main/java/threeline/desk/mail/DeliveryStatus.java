package threeline.desk.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the part of a delivery report that machines read. */
final class DeliveryStatus {

    static final int ENOUGH = 64 * 1024;

    private DeliveryStatus() {}

    static DeliveryReport read(byte[] content) {
        var lines = lines(content);
        var recipient = value(lines, "final-recipient");
        return new DeliveryReport(
                recipient.isEmpty()
                        ? null
                        : recipient.substring(recipient.indexOf(';') + 1).strip(),
                value(lines, "action"),
                value(lines, "status"),
                value(lines, "diagnostic-code"),
                null);
    }

    /** The report with the Message-ID of the mail it is about, read from what was sent back of that mail. */
    static DeliveryReport concerning(DeliveryReport report, byte[] original) {
        var id = Sent.ids(value(lines(original), "message-id")).stream()
                .findFirst()
                .orElse(null);
        return new DeliveryReport(report.recipient(), report.action(), report.status(), report.diagnostic(), id);
    }

    private static String[] lines(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .replaceAll("\r?\n[ \t]+", " ")
                .split("\r?\n");
    }

    private static String value(String[] lines, String name) {
        for (var line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return HeaderText.withoutControls(line.substring(name.length() + 1));
            }
        }
        return "";
    }
}
