package threeline.desk.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/** Bytes, however many. They can be read as often as wanted, and reading them needs no more memory if there are more. */
public sealed interface Content {

    /** Where more are kept than these, they are kept in pieces of this size. */
    int PIECE = 512 * 1024;

    long size();

    InputStream open();

    static Content of(byte[] bytes) {
        return new Held(bytes);
    }

    /** What a table keeps: the first piece, and those after it as somebody asks for them. */
    static Content of(long size, byte[] first, Pieces others) {
        return size <= first.length ? new Held(first) : new Kept(size, first, others);
    }

    /** What is kept somewhere else, and is opened there anew each time. */
    static Content of(long size, Opening opening) {
        return new Elsewhere(size, opening);
    }

    /** A whole file, for as long as it is open. */
    static Content of(FileChannel file) throws IOException {
        return new Laid(file, 0, file.size());
    }

    /** Those that a table keeps, from 1. */
    @FunctionalInterface
    interface Pieces {

        byte[] piece(int place);
    }

    /** The way to where they are. */
    @FunctionalInterface
    interface Opening {

        InputStream open();
    }

    /** Whoever takes them, from 0. */
    @FunctionalInterface
    interface Taker {

        void take(int place, byte[] bytes);
    }

    /** All of it in hand: only for what is known to be small. */
    default byte[] bytes() {
        return beginning(Integer.MAX_VALUE);
    }

    default byte[] beginning(int most) {
        try (var in = open()) {
            return in.readNBytes((int) Math.min(most, size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Even of nothing there is one piece. */
    default void eachPiece(Taker taker) {
        try (var in = open()) {
            var place = 0;
            for (var left = size(); left > 0 || place == 0; left -= PIECE) {
                taker.take(place++, in.readNBytes((int) Math.min(PIECE, left)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    default byte[] sha256() {
        try (var in = open()) {
            return DigestUtils.sha256(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In hand. */
    record Held(byte[] held) implements Content {

        @Override
        public long size() {
            return held.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(held);
        }

        @Override
        public byte[] bytes() {
            return held;
        }

        @Override
        public byte[] beginning(int most) {
            return most >= held.length ? held : Arrays.copyOf(held, most);
        }
    }

    /** Laid aside in a file, from some place on. */
    record Laid(FileChannel file, long from, long size) implements Content {

        @Override
        public InputStream open() {
            return new LaidStream(file, from, size);
        }
    }

    /** Kept somewhere else. */
    record Elsewhere(long size, Opening opening) implements Content {

        @Override
        public InputStream open() {
            return opening.open();
        }
    }

    /** Kept in a table. */
    record Kept(long size, byte[] first, Pieces others) implements Content {

        @Override
        public InputStream open() {
            return new PiecesStream(this);
        }
    }
}
