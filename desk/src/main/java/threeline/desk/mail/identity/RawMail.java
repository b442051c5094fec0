package threeline.desk.mail.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail's header fields exactly as they stand, and its body, for those who check signatures on them. */
final class RawMail {

    private static final int MOST_FIELDS = 2_000;

    private final List<String> fields = new ArrayList<>();
    private final byte[] raw;
    private int body;

    private RawMail(byte[] raw) {
        this.raw = raw;
    }

    static RawMail of(byte[] raw) {
        var mail = new RawMail(raw);
        mail.read();
        return mail;
    }

    List<String> fields() {
        return fields;
    }

    List<String> fields(String name) {
        var start = name.length();
        return fields.stream()
                .filter(it -> it.regionMatches(true, 0, name, 0, start))
                .filter(it -> it.substring(start).stripLeading().startsWith(":"))
                .toList();
    }

    byte[] body() {
        return Arrays.copyOfRange(raw, body, raw.length);
    }

    private void read() {
        @Nullable StringBuilder field = null;
        var at = 0;
        while (at < raw.length && fields.size() < MOST_FIELDS) {
            var end = endOfLine(at);
            var line = new String(raw, at, end - at, StandardCharsets.UTF_8);
            at = end;
            if (line.isBlank() && !line.startsWith(" ") && !line.startsWith("\t")) {
                break;
            }
            if (field != null && (line.startsWith(" ") || line.startsWith("\t"))) {
                field.append(line);
            } else {
                keep(field);
                field = new StringBuilder(line);
            }
        }
        keep(field);
        body = at;
    }

    private void keep(@Nullable StringBuilder field) {
        if (field != null) {
            fields.add(field.toString().stripTrailing());
        }
    }

    private int endOfLine(int from) {
        for (var at = from; at < raw.length; at++) {
            if (raw[at] == '\n') {
                return at + 1;
            }
        }
        return raw.length;
    }
}
