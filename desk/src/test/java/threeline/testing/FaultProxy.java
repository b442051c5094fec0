package threeline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private final AtomicReference<CountDownLatch> stopped = new AtomicReference<>(new CountDownLatch(0));

    /** What is wrong with one connection; {@code fromServer} says in which of its directions. */
    public record Fault(boolean fromServer, Kind kind, long after) {}

    /** A wire stops before it carries this word for the so-manieth time, and goes on when it is released. */
    private record Stop(boolean fromServer, byte[] word, AtomicInteger times) {}

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

    /** Whoever says this word next, for the so-manieth time, is held still just before it. */
    public FaultProxy stopBefore(boolean fromServer, String word, int times) {
        stopped.set(new CountDownLatch(1));
        stop.set(new Stop(fromServer, word.getBytes(StandardCharsets.US_ASCII), new AtomicInteger(times)));
        return this;
    }

    public boolean isStopped() {
        return stop.get() == null && stopped.get().getCount() > 0;
    }

    /** What was held still goes on. */
    public void release() {
        stop.set(null);
        stopped.get().countDown();
    }

    @Override
    public void close() {
        release();
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
            carry(client, server, false, fault == null || fault.fromServer() ? null : fault);
            carry(server, client, true, fault == null || !fault.fromServer() ? null : fault);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void carry(Socket from, Socket to, boolean fromServer, @Nullable Fault fault) {
        Thread.ofVirtual().name("fault proxy's wire").start(() -> {
            try (from;
                    to) {
                pass(from.getInputStream(), to.getOutputStream(), fromServer, fault);
            } catch (IOException | InterruptedException e) {
                // one of them hung up
            }
        });
    }

    private void pass(InputStream in, OutputStream out, boolean fromServer, @Nullable Fault fault)
            throws IOException, InterruptedException {
        var sound = fault == null ? Long.MAX_VALUE : fault.after();
        var piece = new byte[16 * 1024];
        while (sound > 0) {
            var read = in.read(piece, 0, (int) Math.min(piece.length, sound));
            if (read < 0) {
                return;
            }
            stopHere(piece, read, fromServer);
            out.write(piece, 0, read);
            sound -= read;
        }
        switch (fault == null ? Kind.CUT : fault.kind()) {
            case CUT -> {}
            case HOLD -> in.transferTo(OutputStream.nullOutputStream());
            case DRIP -> drip(in, out);
        }
    }

    private void stopHere(byte[] piece, int length, boolean fromServer) throws InterruptedException {
        var wanted = stop.get();
        if (wanted != null
                && wanted.fromServer() == fromServer
                && has(piece, length, wanted.word())
                && wanted.times().decrementAndGet() == 0
                && stop.compareAndSet(wanted, null)) {
            stopped.get().await();
        }
    }

    private static boolean has(byte[] piece, int length, byte[] word) {
        return new String(piece, 0, length, StandardCharsets.ISO_8859_1)
                .contains(new String(word, StandardCharsets.ISO_8859_1));
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
