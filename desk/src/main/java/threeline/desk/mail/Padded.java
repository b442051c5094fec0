package threeline.desk.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sees whether base64 goes on behind its padding, where one reader ends and another goes on. */
final class Padded extends FilterInputStream {

    private boolean padded;
    private boolean goesOn;

    Padded(InputStream in) {
        super(in);
    }

    /** Known once all has been read. */
    boolean goesOn() {
        return goesOn;
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
        goesOn |= padded
                && (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '+' || c == '/');
        padded |= c == '=';
    }
}
