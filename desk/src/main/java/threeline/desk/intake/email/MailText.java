package threeline.desk.intake.email;

import java.io.IOException;
import java.io.InputStream;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;
import threeline.desk.content.StorageTrouble;

/**
 * Takes in the text of one mail, as far as it is one: no larger than a mail may be, and with whole line ends only. The
 * text of a large one is laid aside while it comes.
 */
final class MailText implements AutoCloseable {

    private static final int SHEET = 64 * 1024;
    private static final int IN_HAND = 4 * SHEET;

    private final Table table;
    private final int largest;
    private final Spool spool = new Spool(IN_HAND);
    private final Spool.Laying laying = spool.begin();
    private long size;
    private int taken;
    private byte before;

    MailText(Table table, int largest) {
        this.table = table;
        this.largest = largest;
    }

    /** What became of reading. */
    enum Outcome {
        WHOLE,
        /** Longer than a mail may be; the rest was read and thrown away. */
        TOO_LARGE,
        /** A carriage return or a line feed alone: two servers could disagree about where this mail ends. */
        BROKEN_LINES,
        NO_ROOM
    }

    Outcome read(InputStream in) throws IOException {
        return read(in, true);
    }

    /** For mail that nobody stands behind who could mend it: its lines may end as they like. */
    Outcome readLeniently(InputStream in) throws IOException {
        return read(in, false);
    }

    private Outcome read(InputStream in, boolean strictly) throws IOException {
        var sheet = new byte[SHEET];
        while (true) {
            var read = in.readNBytes(sheet, 0, SHEET);
            if (strictly && brokenLines(sheet, read)) {
                return Outcome.BROKEN_LINES;
            }
            size += read;
            if (size > largest) {
                return strictly ? drain(in) : Outcome.TOO_LARGE;
            }
            if (!keep(sheet, read)) {
                return Outcome.NO_ROOM;
            }
            if (read < SHEET) {
                return strictly && before == '\r' ? Outcome.BROKEN_LINES : Outcome.WHOLE;
            }
        }
    }

    /** What came, to be read until this is closed; of one that is too large, the part that came before that was clear. */
    Content content() {
        return laying.end();
    }

    @Override
    public void close() {
        spool.close();
        table.giveBack(taken);
    }

    private boolean keep(byte[] sheet, int length) {
        if (size > IN_HAND) {
            if (!table.take(SHEET / 1024)) {
                return false;
            }
            taken += SHEET / 1024;
        }
        try {
            laying.add(sheet, length);
            return true;
        } catch (StorageTrouble e) {
            return false;
        }
    }

    private boolean brokenLines(byte[] sheet, int length) {
        for (var i = 0; i < length; i++) {
            if ((sheet[i] == '\n') != (before == '\r')) {
                return true;
            }
            before = sheet[i];
        }
        return false;
    }

    /** Reads on to the end, so that the sender is still there to hear why; some never find one. */
    private Outcome drain(InputStream in) throws IOException {
        var rest = new byte[SHEET];
        var most = 10L * largest;
        for (var read = in.readNBytes(rest, 0, SHEET);
                read == SHEET && most > 0;
                read = in.readNBytes(rest, 0, SHEET)) {
            most -= read;
        }
        return Outcome.TOO_LARGE;
    }
}
