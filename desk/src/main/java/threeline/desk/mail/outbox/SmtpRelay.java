package threeline.desk.mail.outbox;

import jakarta.mail.Session;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The configured relay, by SMTP. */
@Component
@EnableConfigurationProperties(RelaySettings.class)
class SmtpRelay implements Relay {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final RelaySettings settings;
    private final Signer signer;

    SmtpRelay(RelaySettings settings, Signer signer) {
        this.settings = settings;
        this.signer = signer;
    }

    @Override
    public Line line() {
        return settings.host() == null
                ? new NoLine()
                : new SmtpLine(settings, Session.getInstance(properties()), signer);
    }

    private Properties properties() {
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

    /** Mail waits until somebody says where it should go. */
    private record NoLine() implements Line {

        @Override
        public Delivery send(Parcel parcel) {
            return new Delivery.Deferred("no relay is configured (threeline.mail.relay.host)");
        }

        @Override
        public void close() {}
    }
}
