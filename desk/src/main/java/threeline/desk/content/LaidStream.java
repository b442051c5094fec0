package threeline.desk.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a stretch of a file, whoever else reads it or writes behind it. */
final class LaidStream extends InputStream {

    private final FileChannel file;
    private long at;
    private long left;

    LaidStream(FileChannel file, long from, long size) {
        this.file = file;
        this.at = from;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var read = left == 0 ? -1 : readAt(ByteBuffer.wrap(into, offset, (int) Math.min(length, left)));
        if (read > 0) {
            at += read;
            left -= read;
        }
        return read;
    }

    private int readAt(ByteBuffer into) throws StorageTrouble {
        try {
            return file.read(into, at);
        } catch (IOException e) {
            throw new StorageTrouble("what was laid aside can't be read", e);
        }
    }

    @Override
    public long skip(long wanted) {
        var skipped = Math.clamp(wanted, 0, left);
        at += skipped;
        left -= skipped;
        return skipped;
    }
}
