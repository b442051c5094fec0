package threeline.desk.mail.identity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;

/** A mail's header fields exactly as they stand, and its body, for those who check signatures on them. */
final class RawMail {

    private static final int MOST_FIELDS = 2_000;

    /** No header is longer. */
    private static final int LONGEST_HEADER = 1024 * 1024;

    private final List<String> fields = new ArrayList<>();
    private final Content content;
    private final byte[] raw;
    private int body;

    private RawMail(Content content) {
        this.content = content;
        this.raw = content.beginning(LONGEST_HEADER);
    }

    static RawMail of(Content content) {
        var mail = new RawMail(content);
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

    InputStream body() throws IOException {
        var in = new BufferedInputStream(content.open());
        in.skipNBytes(body);
        return in;
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
