package threeline.desk.mail.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail for anybody on a loopback port and keeps the last ones in memory. */
public final class SmtpSink implements AutoCloseable {

    private static final int KEPT = 500;
    private static final int LARGEST = 50 * 1024 * 1024;

    private final InstantSource time;
    private final SMTPServer server;
    private final Deque<SunkMail> mails = new ArrayDeque<>();
    private long taken;

    public SmtpSink(int port, InstantSource time) {
        this.time = time;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("outbox.demo")
                .softwareName("Threeline demo outbox")
                .insertReceivedHeaders(false)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(_ -> new Taking())
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** The kept mails, the newest first. */
    public synchronized List<SunkMail> mails() {
        return new ArrayList<>(mails);
    }

    public synchronized Optional<SunkMail> find(long number) {
        return mails.stream().filter(it -> it.number() == number).findFirst();
    }

    @Override
    public void close() {
        server.stop();
    }

    private synchronized void keep(String from, List<String> to, byte[] raw) {
        mails.addFirst(SunkMail.of(++taken, time.instant(), new SunkMail.Envelope(from, List.copyOf(to)), raw));
        if (mails.size() > KEPT) {
            mails.removeLast();
        }
    }

    private final class Taking implements MessageHandler {

        private String from = "";
        private final List<String> to = new ArrayList<>();

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) {
            to.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            keep(from, to, data.readNBytes(LARGEST));
            return null;
        }

        @Override
        public void done() {}
    }
}
