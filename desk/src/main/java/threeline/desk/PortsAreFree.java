package threeline.desk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import threeline.desk.database.Trouble;

/** Finds a taken port before anything is started, so that nothing has to be undone. */
final class PortsAreFree implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> PORTS = List.of(
            "server.port",
            "threeline.smtp.port",
            "threeline.lmtp.port",
            "management.server.port",
            "threeline.demo.outbox.port");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        PORTS.forEach(key -> check(key, context.getEnvironment()));
    }

    private static void check(String key, Environment environment) {
        var port = environment.getProperty(key, Integer.class, 0);
        var address = environment.getProperty(key.replace("port", "address"));
        if (port > 0 && taken(address, port)) {
            throw new Trouble("port %d is taken by another program; stop that, or choose another with --%s=..."
                    .formatted(port, key));
        }
    }

    private static boolean taken(@Nullable String address, int port) {
        try (var socket = new ServerSocket(port, 1, address == null ? null : InetAddress.getByName(address))) {
            return !socket.isBound();
        } catch (IOException _) {
            return true;
        }
    }
}
