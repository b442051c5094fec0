package threeline.desk.intake.email;

import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/** Where other servers bring mail for our desks. */
@Component
@EnableConfigurationProperties({SmtpDoor.Settings.class, Doors.Limits.class})
class SmtpDoor implements DisposableBean {

    private final SMTPServer server;

    @ConfigurationProperties("threeline.smtp")
    record Settings(
            @DefaultValue("2525") int port,
            @Nullable String address,
            @DefaultValue("localhost") String name,
            @DefaultValue List<String> proxies,
            @Nullable Path certificate,
            @Nullable Path key) {

        /** Without a certificate nobody is offered TLS. */
        Optional<SSLContext> encryption() {
            return certificate == null || key == null
                    ? Optional.empty()
                    : Optional.of(SslBundle.of(new PemSslStoreBundle(
                                    PemSslStoreDetails.forCertificate("file:" + certificate)
                                            .withPrivateKey("file:" + key),
                                    null))
                            .createSslContext());
        }
    }

    SmtpDoor(Settings settings, Reception.Staff staff) throws UnknownHostException {
        var builder = Doors.builder(settings.port(), settings.address(), staff, settings.proxies())
                .hostName(settings.name());
        settings.encryption().ifPresent(it -> builder.enableTLS().startTlsSocketFactory(it));
        server = builder.build();
        StrictCommands.replaceIn(server.getCommandHandler());
    }

    int port() {
        return server.getPortAllocated();
    }

    boolean isOpen() {
        return server.isRunning();
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (!server.isRunning()) {
            server.start();
        }
    }

    @Override
    public void destroy() {
        server.stop();
    }
}
