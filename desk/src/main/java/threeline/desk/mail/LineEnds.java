package threeline.desk.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sees while a mail is read whether all of its lines end alike. */
final class LineEnds extends FilterInputStream {

    private boolean crlf;
    private boolean lf;
    private boolean cr;
    private int before;

    LineEnds(InputStream in) {
        super(in);
    }

    /** Whether one reader may see the end of a line where another sees none. */
    boolean isMixed() {
        return cr || crlf && lf;
    }

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

    private void see(int c) {
        crlf |= c == '\n' && before == '\r';
        lf |= c == '\n' && before != '\r';
        cr |= c != '\n' && before == '\r';
        before = c;
    }
}
