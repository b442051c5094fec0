package threeline.desk.mail;

import java.io.InputStream;

/** Sees while a mail is read whether all of its lines end alike. */
final class LineEnds extends SeenStream {

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
    void see(int c) {
        crlf |= c == '\n' && before == '\r';
        lf |= c == '\n' && before != '\r';
        cr |= c != '\n' && before == '\r';
        before = c;
    }
}
