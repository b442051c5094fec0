package threeline.desk.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sees each byte of a stream while somebody else reads it. */
abstract class SeenStream extends FilterInputStream {

    SeenStream(InputStream in) {
        super(in);
    }

    /** The next byte; -1 at the end, where the reader asks for single ones. */
    abstract void see(int c);

    @Override
    public int read() throws IOException {
        var c = super.read();
        see(c);
        return c;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        var count = super.read(into, from, most);
        for (var i = 0; i < count; i++) {
            see(into[from + i]);
        }
        return count;
    }
}
