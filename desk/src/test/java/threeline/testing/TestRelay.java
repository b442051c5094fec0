package threeline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The server that mail leaves to in tests: a real one on a real socket. A recipient whose address begins with
 * {@code refused} is refused for good, one with {@code later} for now, one with {@code once} for the first time only.
 */
public final class TestRelay {

    private static final List<Mail> MAILS = new CopyOnWriteArrayList<>();
    private static final List<String> REFUSED_ONCE = new CopyOnWriteArrayList<>();
    private static final SMTPServer SERVER = started();

    private TestRelay() {}

    public record Mail(String from, String to, byte[] raw) {

        public String text() {
            return new String(raw, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    public static int port() {
        return SERVER.getPortAllocated();
    }

    /** What has arrived for one person, in order. */
    public static List<Mail> mailsTo(String address) {
        return mails(it -> it.to().equalsIgnoreCase(address));
    }

    public static List<Mail> mails(Predicate<Mail> wanted) {
        return MAILS.stream().filter(wanted).toList();
    }

    private static SMTPServer started() {
        var server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .insertReceivedHeaders(false)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(_ -> new Taking())
                .build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return server;
    }

    private static final class Taking implements MessageHandler {

        private String from = "";
        private final List<String> to = new ArrayList<>();

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("refused")) {
                throw new RejectException(550, "5.1.1 nobody of that name");
            }
            if (recipient.startsWith("later") || firstTime(recipient)) {
                throw new RejectException(451, "4.7.1 come back later");
            }
            to.add(recipient);
        }

        private static boolean firstTime(String recipient) {
            return recipient.startsWith("once") && !REFUSED_ONCE.contains(recipient) && REFUSED_ONCE.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            var raw = data.readAllBytes();
            to.forEach(it -> MAILS.add(new Mail(from, it, raw)));
            return "taken";
        }

        @Override
        public void done() {}
    }
}
