package threeline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire that can be bad: what goes to a server goes through it, and each connection may be cut after so many bytes, slowed
 * to a drip, or held still. Faults are queued; each connection takes the next one, and is sound where none is left.
 */
public final class FaultProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final CopyOnWriteArrayList<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** What is wrong with one connection; {@code fromServer} says in which of its directions. */
    public record Fault(boolean fromServer, Kind kind, long after) {}

    public enum Kind {
        /** Both directions end. */
        CUT,
        /** Nothing comes any more, and nobody says so. */
        HOLD,
        /** A byte every twentieth of a second. */
        DRIP
    }

    public FaultProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("fault proxy").start(this::keepGoing);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How many have connected so far. */
    public int connections() {
        return connections.get();
    }

    /** The next connection loses the server's words after so many bytes of them. */
    public FaultProxy fromServer(Kind kind, long after) {
        faults.add(new Fault(true, kind, after));
        return this;
    }

    /** The next connection loses the client's words after so many bytes of them. */
    public FaultProxy fromClient(Kind kind, long after) {
        faults.add(new Fault(false, kind, after));
        return this;
    }

    @Override
    public void close() {
        quietly(door);
        open.forEach(FaultProxy::quietly);
    }

    private void keepGoing() {
        while (!door.isClosed()) {
            try {
                join(door.accept());
            } catch (IOException e) {
                // closed, or the server is gone: the next one may have more luck
            }
        }
    }

    private void join(Socket client) throws IOException {
        connections.incrementAndGet();
        open.add(client);
        var fault = faults.poll();
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            carry(client, server, fault == null || fault.fromServer() ? null : fault);
            carry(server, client, fault == null || !fault.fromServer() ? null : fault);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private static void carry(Socket from, Socket to, @org.jspecify.annotations.Nullable Fault fault) {
        Thread.ofVirtual().name("fault proxy's wire").start(() -> {
            try (from;
                    to) {
                pass(from.getInputStream(), to.getOutputStream(), fault);
            } catch (IOException | InterruptedException e) {
                // one of them hung up
            }
        });
    }

    private static void pass(InputStream in, OutputStream out, @org.jspecify.annotations.Nullable Fault fault)
            throws IOException, InterruptedException {
        var sound = fault == null ? Long.MAX_VALUE : fault.after();
        var piece = new byte[16 * 1024];
        while (sound > 0) {
            var read = in.read(piece, 0, (int) Math.min(piece.length, sound));
            if (read < 0) {
                return;
            }
            out.write(piece, 0, read);
            sound -= read;
        }
        switch (fault == null ? Kind.CUT : fault.kind()) {
            case CUT -> {}
            case HOLD -> in.transferTo(OutputStream.nullOutputStream());
            case DRIP -> drip(in, out);
        }
    }

    private static void drip(InputStream in, OutputStream out) throws IOException, InterruptedException {
        for (var b = in.read(); b >= 0; b = in.read()) {
            Thread.sleep(50);
            out.write(b);
        }
    }

    private static void quietly(AutoCloseable it) {
        try {
            it.close();
        } catch (Exception e) {
            // it was closed already
        }
    }
}
