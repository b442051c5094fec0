package threeline.desk.content;

import java.io.InputStream;

/** Reads what a table keeps, one piece after the other. */
final class PiecesStream extends InputStream {

    private final Content.Kept content;
    private byte[] piece;
    private int place;
    private int at;
    private long left;

    PiecesStream(Content.Kept content) {
        this.content = content;
        this.piece = content.first();
        this.left = content.size();
    }

    @Override
    public int read() throws StorageTrouble {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws StorageTrouble {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        if (at == piece.length) {
            piece = next();
            at = 0;
        }
        var read = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, read);
        at += read;
        left -= read;
        return read;
    }

    private byte[] next() throws StorageTrouble {
        try {
            return content.others().piece(++place);
        } catch (RuntimeException e) {
            throw new StorageTrouble("piece %d can't be read".formatted(place), e);
        }
    }
}
