package threeline.desk.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;
import threeline.desk.content.Content;

/**
 * Reads what another program kept for us, and gives the last piece of it only when all of it is what was kept. So a small
 * file comes whole or not at all, and a large one that was changed breaks off.
 */
final class CheckedStream extends InputStream {

    private final DigestInputStream in;
    private final byte[] sha256;
    private byte[] piece = new byte[0];
    private int at;
    private long left;

    CheckedStream(InputStream in, byte[] sha256, long size) {
        this.in = new DigestInputStream(in, DigestUtils.getSha256Digest());
        this.sha256 = sha256;
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
        if (at == piece.length && left > 0) {
            next();
        }
        var read = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, read);
        at += read;
        return read == 0 ? -1 : read;
    }

    private void next() throws IOException {
        piece = in.readNBytes((int) Math.min(Content.PIECE, left));
        at = 0;
        left -= piece.length;
        if (piece.length == 0 || left == 0 && (in.read() >= 0 || !isRight())) {
            piece = new byte[0];
            throw new IOException("the file store gives something that is not the file");
        }
    }

    private boolean isRight() {
        return MessageDigest.isEqual(in.getMessageDigest().digest(), sha256);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
