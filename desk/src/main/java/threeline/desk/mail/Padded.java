package threeline.desk.mail;

import java.io.InputStream;

/** Sees whether base64 goes on behind its padding, where one reader ends and another goes on. */
final class Padded extends SeenStream {

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
    void see(int c) {
        goesOn |= padded
                && (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '+' || c == '/');
        padded |= c == '=';
    }
}
