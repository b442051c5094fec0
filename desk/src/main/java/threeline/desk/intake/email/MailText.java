package threeline.desk.intake.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes in the text of one mail, as far as it is one: no larger than a mail may be, and with whole line ends only. */
final class MailText implements AutoCloseable {

    private static final int SHEET = 64 * 1024;
    private static final int FREE_SHEETS = 4;

    private final Table table;
    private final int largest;
    private final List<byte[]> sheets = new ArrayList<>();
    private int lastFilled;
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
        while (true) {
            if (!hasRoomForSheet()) {
                return Outcome.NO_ROOM;
            }
            var sheet = new byte[SHEET];
            lastFilled = in.readNBytes(sheet, 0, SHEET);
            if (strictly && brokenLines(sheet, lastFilled)) {
                return Outcome.BROKEN_LINES;
            }
            size += lastFilled;
            if (size > largest) {
                return strictly ? drain(in) : Outcome.TOO_LARGE;
            }
            sheets.add(sheet);
            if (lastFilled < SHEET) {
                return strictly && before == '\r' ? Outcome.BROKEN_LINES : Outcome.WHOLE;
            }
        }
    }

    byte[] bytes() {
        var bytes = new byte[(int) size];
        var at = 0;
        for (var sheet : sheets) {
            var length = Math.min(SHEET, bytes.length - at);
            System.arraycopy(sheet, 0, bytes, at, length);
            at += length;
        }
        return bytes;
    }

    /** Of one that is too large, the part that is read to tell what it is. */
    byte[] beginning() {
        return sheets.getFirst();
    }

    @Override
    public void close() {
        table.giveBack(taken);
    }

    private boolean hasRoomForSheet() {
        if (sheets.size() < FREE_SHEETS) {
            return true;
        }
        var room = table.take(SHEET / 1024);
        taken += room ? SHEET / 1024 : 0;
        return room;
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
        sheets.clear();
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
