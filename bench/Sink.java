import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Takes all mail by SMTP, counts it and forgets it. */
final class Sink implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicLong taken = new AtomicLong();

    Sink() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    var socket = door.accept();
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException _) {
                    // closed
                }
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    long taken() {
        return taken.get();
    }

    private void serve(Socket socket) {
        try (socket; var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1 << 16)) {
            socket.setTcpNoDelay(true);
            say(socket, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.toUpperCase(Locale.ROOT).startsWith("DATA")) {
                    say(socket, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // forgotten
                    }
                    taken.incrementAndGet();
                }
                say(socket, "250 ok");
            }
        } catch (IOException _) {
            // it hung up
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
