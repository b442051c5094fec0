package threeline.desk.intake.email;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * A mail's text as SMTP sends it: up to the line that is one dot, and without the dot that is put before each other line
 * that begins with one. Only CR LF ends a line. What follows the text is left where it is. The library does the same byte by
 * byte, which cost a tenth of all that a mail costs. Whoever sends a byte now and then is not waited for without end.
 */
final class DottedText extends InputStream {

    private static final int SHEET = 8 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Whoever is slower than that, in bytes a second, after so much patience is not sending a mail. */
    private static final int SLOWEST = 4 * 1024;

    private final InputStream in;
    private final LongSupplier nanos;
    private final long began;
    private long arrived;
    private final byte[] came = new byte[SHEET];
    private final byte[] text = new byte[SHEET + 1];
    private int from;
    private int end;
    private At at = At.BEGINNING;

    /** Where in a line the next byte stands. */
    private enum At {
        BEGINNING,
        DOT,
        DOT_CR,
        WITHIN,
        CR,
        OVER
    }

    /** {@code in} can be asked to give again what it gave. */
    DottedText(InputStream in) {
        this(in, System::nanoTime);
    }

    DottedText(InputStream in, LongSupplier nanos) {
        this.in = in;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        return fill() ? text[from++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var count = Math.min(length, end - from);
        System.arraycopy(text, from, into, offset, count);
        from += count;
        return count;
    }

    /** Whether there is text that has not been read. */
    private boolean fill() throws IOException {
        while (from == end && at != At.OVER) {
            from = 0;
            end = 0;
            in.mark(SHEET);
            var count = in.read(came, 0, SHEET);
            if (count < 0) {
                throw new EOFException("a mail that was cut off");
            }
            arrived += count;
            if (isDripping()) {
                throw new SocketTimeoutException("a mail that does not come to an end");
            }
            var read = take(count);
            if (read < count) {
                in.reset();
                in.skipNBytes(read);
            }
        }
        return from < end;
    }

    private boolean isDripping() {
        var granted = PATIENCE.plusSeconds(arrived / SLOWEST);
        return nanos.getAsLong() - began > granted.toNanos();
    }

    /** Says how many of the bytes that came belong to the text. */
    private int take(int count) {
        var read = 0;
        while (read < count && at != At.OVER) {
            at = next(came[read++]);
        }
        return read;
    }

    private At next(byte it) {
        return switch (at) {
            case BEGINNING -> it == '.' ? At.DOT : within(it);
            case DOT -> it == '\r' ? At.DOT_CR : within(it);
            case DOT_CR -> it == '\n' ? At.OVER : afterCr(it);
            case CR -> it == '\n' ? keep(it, At.BEGINNING) : within(it);
            case WITHIN -> within(it);
            case OVER -> At.OVER;
        };
    }

    /** It was no end after all: what was held back comes first. */
    private At afterCr(byte it) {
        keep((byte) '\r', At.CR);
        return within(it);
    }

    private At within(byte it) {
        return keep(it, it == '\r' ? At.CR : At.WITHIN);
    }

    private At keep(byte it, At then) {
        text[end++] = it;
        return then;
    }
}
