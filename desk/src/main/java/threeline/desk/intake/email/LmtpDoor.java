package threeline.desk.intake.email;

import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/** Where an MTA beside us hands in mail by LMTP, and hears of each recipient whether it is kept. Without a port there is none. */
@Component
@EnableConfigurationProperties(LmtpDoor.Settings.class)
class LmtpDoor implements DisposableBean {

    private final @Nullable SMTPServer server;

    @ConfigurationProperties("threeline.lmtp")
    record Settings(
            @Nullable Integer port,
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue("localhost") String name,
            @DefaultValue List<String> proxies) {}

    LmtpDoor(Settings settings, Reception.Staff staff) throws UnknownHostException {
        server = settings.port() == null ? null : server(settings, settings.port(), staff);
    }

    private static SMTPServer server(Settings settings, int port, Reception.Staff staff) throws UnknownHostException {
        var server = Doors.builder(port, settings.address(), staff, settings.proxies())
                .hostName(settings.name())
                .build();
        LmtpCommands.replaceIn(server.getCommandHandler());
        return server;
    }

    int port() {
        return server == null ? 0 : server.getPortAllocated();
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (server != null && !server.isRunning()) {
            server.start();
        }
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.stop();
        }
    }
}
