package threeline.desk.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes in bytes of unknown number: the first in hand, and from some size on in a file that has no name any more as soon
 * as it is there, so that nothing is left of it whatever happens. What was taken in can be read until this is closed.
 */
public final class Spool implements AutoCloseable {

    private static final int IN_HAND = 1024 * 1024;
    private static final int SHEET = 64 * 1024;

    private final int mostInHand;
    private int inHand;
    private @Nullable FileChannel file;
    private long end;

    public Spool() {
        this(IN_HAND);
    }

    public Spool(int mostInHand) {
        this.mostInHand = mostInHand;
    }

    /** Lays nothing aside: for what is in hand already. */
    public static Spool inHand() {
        return new Spool(Integer.MAX_VALUE);
    }

    public Content keep(InputStream in) throws IOException {
        var laying = new Laying();
        var sheet = new byte[SHEET];
        for (var read = in.readNBytes(sheet, 0, SHEET); read > 0; read = in.readNBytes(sheet, 0, SHEET)) {
            laying.add(sheet, read);
        }
        return laying.end();
    }

    /** Starts on something; the one before must have ended. */
    public Laying begin() {
        return new Laying();
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // nobody reads it any more
            }
        }
    }

    /** Something that is being taken in. */
    public final class Laying {

        private byte[] held = new byte[0];
        private int length;
        private long from = -1;

        private Laying() {}

        public void add(byte[] bytes, int count) throws StorageTrouble {
            if (from < 0 && (long) inHand + length + count > mostInHand) {
                from = end;
                append(held, length);
                held = new byte[0];
            }
            if (from < 0) {
                hold(bytes, count);
            } else {
                append(bytes, count);
            }
        }

        /** For whoever writes to one; it is not closed by that. */
        public OutputStream stream() {
            return new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    add(new byte[] {(byte) one}, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    add(offset == 0 ? bytes : Arrays.copyOfRange(bytes, offset, offset + length), length);
                }
            };
        }

        public boolean isLaidAside() {
            return from >= 0;
        }

        public Content end() {
            if (from >= 0) {
                return new Content.Laid(java.util.Objects.requireNonNull(file), from, end - from);
            }
            inHand += length;
            return Content.of(held.length == length ? held : Arrays.copyOf(held, length));
        }

        private void hold(byte[] bytes, int count) {
            if (length + count > held.length) {
                held = Arrays.copyOf(held, Math.max(length + count, 2 * held.length));
            }
            System.arraycopy(bytes, 0, held, length, count);
            length += count;
        }
    }

    private void append(byte[] bytes, int count) throws StorageTrouble {
        try {
            var channel = file;
            if (channel == null) {
                channel = unnamed();
                file = channel;
            }
            var left = ByteBuffer.wrap(bytes, 0, count);
            while (left.hasRemaining()) {
                end += channel.write(left, end);
            }
        } catch (IOException e) {
            throw new StorageTrouble("nothing more can be laid aside", e);
        }
    }

    private static FileChannel unnamed() throws IOException {
        return FileChannel.open(
                Files.createTempFile("threeline", ".spool"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
