package threeline.desk.mail.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import threeline.desk.mail.AccessTokens;

/** Where mail leaves to: {@code threeline.mail.relay.*}. Without a host, mail waits. */
@ConfigurationProperties("threeline.mail.relay")
record RelaySettings(
        @Nullable String host,
        @DefaultValue("25") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("opportunistic") Tls tls,
        @DefaultValue("4") int connections,
        @DefaultValue("5m") Duration patience,
        @Nullable Token token) {

    RelaySettings {
        if (patience.compareTo(OutboxRows.LEASE) >= 0 || !patience.isPositive()) {
            throw new IllegalArgumentException("threeline.mail.relay.patience must be less than %d minutes"
                    .formatted(OutboxRows.LEASE.toMinutes()));
        }
    }

    /** By what access tokens are had (OAuth 2): by a refresh token where there is one, else as the client itself. */
    record Token(
            String url,
            String client,
            @Nullable String scope,
            @Nullable String secret,
            @Nullable String refresh) {

        AccessTokens.Grant grant() {
            return new AccessTokens.Grant(url, client, scope, secret, refresh);
        }

        @Override
        public String toString() {
            return "%s at %s".formatted(client, url);
        }
    }

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
