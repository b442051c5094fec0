package threeline.desk.mail.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How the configured relay is reached and what it is shown. */
@Component
@EnableConfigurationProperties(RelaySettings.class)
class RelayAccess {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final RelaySettings settings;
    private final Session session;

    RelayAccess(RelaySettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    boolean configured() {
        return settings.host() != null;
    }

    Session session() {
        return session;
    }

    SMTPTransport connect() throws MessagingException {
        var transport = (SMTPTransport) session.getTransport("smtp");
        transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
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
        return it;
    }
}
