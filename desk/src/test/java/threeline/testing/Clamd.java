package threeline.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A scanner that speaks as clamd does, and finds one thing bad. */
public final class Clamd implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    public final List<byte[]> seen = new CopyOnWriteArrayList<>();
    public volatile UnaryOperator<String> answering = it -> it;

    private final byte[] bad;
    private final Thread serving;

    public Clamd(byte[] bad) throws IOException {
        this.bad = bad;
        serving = Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException closed) {
                // the next one, or the end
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        if (!new String(in.readNBytes(10), US_ASCII).equals("zINSTREAM\0")) {
            return;
        }
        var file = new ByteArrayOutputStream();
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
        }
        seen.add(file.toByteArray());
        var found = Optional.of(file.toByteArray()).filter(it -> Arrays.equals(it, bad));
        var said = found.isPresent() ? "stream: Test.Bad FOUND" : "stream: OK";
        socket.getOutputStream().write((answering.apply(said) + "\0").getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            serving.join(); // until then it may still take whoever comes
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
