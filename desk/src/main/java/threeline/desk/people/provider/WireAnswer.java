package threeline.desk.people.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a web server answers, read as far as a provider's answers go: a status, and a body of so many bytes. */
final class WireAnswer {

    private static final int LONGEST = 512 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_LINES = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d{2})(?: .*)?");

    private final InputStream in;
    private final Patience patience;

    /** Asked before each read; throws when it has run out. */
    interface Patience {
        void renew() throws IOException;
    }

    /** How a body ends. */
    private sealed interface Length {
        record Known(int bytes) implements Length {}

        record Chunked() implements Length {}

        record UntilTheEnd() implements Length {}
    }

    /** It answered, and not with what was asked for; providers say why in the body. */
    static final class Unwilling extends IOException {

        private static final long serialVersionUID = 1;

        private final String body;

        Unwilling(int status, String body) {
            super("it answers %d".formatted(status));
            this.body = body;
        }

        String body() {
            return body;
        }
    }

    WireAnswer(InputStream in, Patience patience) {
        this.in = in;
        this.patience = patience;
    }

    String body() throws IOException {
        var status = STATUS.matcher(line());
        if (!status.matches()) {
            throw new IOException("what answered is no web server");
        }
        var body = read(length()).toString(UTF_8);
        if (!status.group(1).equals("200")) {
            throw new Unwilling(Integer.parseInt(status.group(1)), body);
        }
        return body;
    }

    private Length length() throws IOException {
        Length length = new Length.UntilTheEnd();
        for (var count = 0; count < MOST_LINES; count++) {
            var line = line();
            if (line.isEmpty()) {
                return length;
            }
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:") && length instanceof Length.UntilTheEnd) {
                length = new Length.Known(number(header.substring(header.indexOf(':') + 1), 10));
            } else if (header.startsWith("transfer-encoding:") && header.contains("chunked")) {
                length = new Length.Chunked();
            }
        }
        throw new IOException("its answer has no end of headers");
    }

    private ByteArrayOutputStream read(Length length) throws IOException {
        var body = new ByteArrayOutputStream();
        switch (length) {
            case Length.Known(var bytes) -> copy(bytes, body);
            case Length.UntilTheEnd() -> copyAll(body);
            case Length.Chunked() -> {
                for (var size = chunk(); size > 0; size = chunk()) {
                    copy(size, body);
                    line();
                }
            }
        }
        return body;
    }

    private int chunk() throws IOException {
        return number(line().replaceFirst(";.*", ""), 16);
    }

    private void copy(int bytes, ByteArrayOutputStream body) throws IOException {
        if (body.size() + bytes > LONGEST) {
            throw new IOException("its answer is too long");
        }
        var left = bytes;
        while (left > 0) {
            patience.renew();
            var part = in.readNBytes(Math.min(left, LONGEST_LINE));
            if (part.length == 0) {
                throw new EOFException("its answer ends too soon");
            }
            body.write(part);
            left -= part.length;
        }
    }

    private void copyAll(ByteArrayOutputStream body) throws IOException {
        var part = new byte[LONGEST_LINE];
        patience.renew();
        for (var count = in.read(part); count >= 0; count = in.read(part)) {
            body.write(part, 0, count);
            if (body.size() > LONGEST) {
                throw new IOException("its answer is too long");
            }
            patience.renew();
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (line.size() < LONGEST_LINE) {
            patience.renew();
            var c = in.read();
            if (c < 0) {
                throw new EOFException("its answer ends too soon");
            }
            if (c == '\n') {
                return line.toString(ISO_8859_1).stripTrailing();
            }
            line.write(c);
        }
        throw new IOException("a line of its answer is too long");
    }

    private static int number(String text, int radix) throws IOException {
        try {
            return Integer.parseUnsignedInt(text.strip(), radix);
        } catch (NumberFormatException no) {
            throw new IOException("its answer has no length that can be read", no);
        }
    }
}
