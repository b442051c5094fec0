package threeline.desk.ticket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;

/** The virus scanner beside the desk, as clamd speaks: a file goes there in pieces, and a line comes back. */
@Component
class Scanner implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1000;

    private final String address;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("scanner-patience").factory());

    Scanner(@Value("${threeline.files.scanner:}") String address) {
        this.address = address.strip();
    }

    /** Without one, files are given out as they came. */
    boolean isThere() {
        return !address.isEmpty();
    }

    /** What is wrong with it, by the scanner's name for that; nothing, mostly. */
    Optional<String> finds(Content file) throws IOException {
        try (var channel = connect()) {
            var end = watch.schedule(() -> close(channel), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            try {
                send(channel, file);
                return verdict(answer(channel));
            } finally {
                end.cancel(false);
            }
        }
    }

    private SocketChannel connect() throws IOException {
        var path = address.startsWith("/");
        var channel = SocketChannel.open(path ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET);
        try {
            channel.connect(path ? UnixDomainSocketAddress.of(address) : host());
            return channel;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed instanceof IOException it ? it : new IOException(failed);
        }
    }

    private SocketAddress host() throws IOException {
        var colon = address.lastIndexOf(':');
        if (colon < 0) {
            throw new IOException("threeline.files.scanner is neither host:port nor a path");
        }
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private static void send(SocketChannel channel, Content file) throws IOException {
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        var piece = new byte[PIECE];
        try (var in = file.open()) {
            for (var read = in.readNBytes(piece, 0, PIECE); read > 0; read = in.readNBytes(piece, 0, PIECE)) {
                write(channel, ByteBuffer.allocate(4).putInt(read).flip());
                write(channel, ByteBuffer.wrap(piece, 0, read));
            }
        }
        write(channel, ByteBuffer.allocate(4).putInt(0).flip());
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_ANSWER);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0) {
                break;
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .strip();
    }

    /** {@code stream: OK}, {@code stream: Eicar-Test FOUND}; anything else is no verdict. */
    private static Optional<String> verdict(String answer) throws IOException {
        var said = answer.replaceFirst("^stream: ", "");
        if (said.equals("OK")) {
            return Optional.empty();
        }
        if (said.toUpperCase(Locale.ROOT).endsWith(" FOUND")) {
            return Optional.of(
                    said.substring(0, said.length() - " FOUND".length()).strip());
        }
        throw new IOException(said.isEmpty() ? "the scanner says nothing" : "the scanner says: " + said);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // it is closed
        }
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
