package threeline.desk.mail.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where mail leaves to: {@code threeline.mail.relay.*}. Without a host, mail waits. */
@ConfigurationProperties("threeline.mail.relay")
record RelaySettings(
        @Nullable String host,
        @DefaultValue("25") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("opportunistic") Tls tls,
        @DefaultValue("4") int connections) {

    enum Tls {
        NONE,
        OPPORTUNISTIC,
        REQUIRED,
        IMPLICIT
    }

    @Override
    public String toString() {
        return "%s:%d".formatted(host, port);
    }
}
