package threeline.desk.intake.email;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.subethamail.smtp.server.SMTPServer;
import threeline.desk.mail.MimeReader;

/** How the doors are made that mail is brought to. */
final class Doors {

    private static final int MOST_CONNECTIONS = 500;
    private static final int SILENCE_SECONDS = 60;

    private Doors() {}

    /** What one mail may be: its size, for how many people it is. */
    @ConfigurationProperties("threeline.mail.limits")
    record Limits(
            @DefaultValue("35MB") DataSize size,
            @DefaultValue("100") int recipients) {

        /** The largest that is read. */
        private static final DataSize LARGEST = DataSize.ofBytes(MimeReader.LARGEST_MAIL);

        Limits {
            if (size.compareTo(LARGEST) > 0 || size.toBytes() <= 0) {
                throw new IllegalArgumentException(
                        "threeline.mail.limits.size must be %d MB at most".formatted(LARGEST.toMegabytes()));
            }
            if (recipients < 1) {
                throw new IllegalArgumentException("threeline.mail.limits.recipients must be 1 at least");
            }
        }

        static Limits usual() {
            return new Limits(DataSize.ofMegabytes(35), 100);
        }

        int bytes() {
            return (int) size.toBytes();
        }
    }

    static SMTPServer.Builder builder(int port, @Nullable String address, Reception.Staff staff, List<String> proxies)
            throws UnknownHostException {
        var builder = SMTPServer.port(port)
                .softwareName("Threeline")
                .maxMessageSize(staff.limits().bytes())
                .maxRecipients(staff.limits().recipients())
                .maxConnections(MOST_CONNECTIONS)
                .connectionTimeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                .insertReceivedHeaders(false)
                .serverSocketFactory(PromptSocket::new)
                .proxyHandler(new Proxies(proxies))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new Reception(context, staff));
        return address == null ? builder : builder.bindAddress(InetAddress.getByName(address));
    }
}
