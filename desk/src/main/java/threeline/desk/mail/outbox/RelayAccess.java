package threeline.desk.mail.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import threeline.desk.mail.AccessTokens;

/** How the configured relay is reached and what it is shown. */
@Component
@EnableConfigurationProperties(RelaySettings.class)
class RelayAccess {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final RelaySettings settings;
    private final AccessTokens tokens;
    private final Session session;

    RelayAccess(RelaySettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        this.session = Session.getInstance(properties(settings));
    }

    boolean configured() {
        return settings.host() != null;
    }

    Session session() {
        return session;
    }

    SMTPTransport connect() throws MessagingException {
        var token = settings.token();
        return token == null ? connect(settings.password()) : connect(token.grant());
    }

    /** A token may be ended before its time; then a fresh one is shown, once. */
    private SMTPTransport connect(AccessTokens.Grant grant) throws MessagingException {
        try {
            return connect(tokens.token(grant));
        } catch (AuthenticationFailedException e) {
            tokens.forget(grant);
            return connect(fresh(grant));
        } catch (AccessTokens.NoToken e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    private String fresh(AccessTokens.Grant grant) throws MessagingException {
        try {
            return tokens.token(grant);
        } catch (AccessTokens.NoToken e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }

    private SMTPTransport connect(@Nullable String shown) throws MessagingException {
        var transport = (SMTPTransport) session.getTransport("smtp");
        transport.connect(settings.host(), settings.port(), settings.user(), shown);
        return transport;
    }

    /** Where it is, and as whom we come. */
    String words() {
        var user = settings.user();
        return "%s%s, %s".formatted(settings, user == null ? "" : " as " + user, tls());
    }

    private String tls() {
        return switch (settings.tls()) {
            case NONE -> "not encrypted";
            case OPPORTUNISTIC -> "encrypted if it can be";
            case REQUIRED -> "encrypted (STARTTLS)";
            case IMPLICIT -> "encrypted (TLS)";
        };
    }

    private static Properties properties(RelaySettings settings) {
        var it = new Properties();
        it.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        it.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        it.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        it.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.tls() == RelaySettings.Tls.IMPLICIT));
        it.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.tls() != RelaySettings.Tls.NONE));
        it.setProperty("mail.smtp.starttls.required", String.valueOf(settings.tls() == RelaySettings.Tls.REQUIRED));
        it.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        it.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
        it.setProperty("mail.smtp.userset", "true");
        if (settings.token() != null) {
            it.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        return it;
    }
}
