package threeline.desk.mail.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Calls the relay as for a mail, is let in or not, and hangs up. */
@Component
public class RelayTrial {

    private final RelayAccess access;
    private final InstantSource time;

    RelayTrial(RelayAccess access, InstantSource time) {
        this.access = access;
        this.time = time;
    }

    /** How it went, in words. */
    public record Result(boolean well, String words) {}

    public Result run() {
        if (!access.configured()) {
            return new Result(false, "No relay is configured, so all mail waits (threeline.mail.relay.host).");
        }
        var began = time.instant();
        try (var line = access.connect()) {
            var took = Duration.between(began, time.instant()).toMillis();
            return new Result(
                    true,
                    "It answers and lets us in, after %d ms%s."
                            .formatted(took, line.isSSL() ? ", encrypted" : ", not encrypted"));
        } catch (AuthenticationFailedException e) {
            return new Result(false, "It answers, but does not let us in: " + said(e));
        } catch (MessagingException e) {
            return new Result(false, "It can't be reached: " + said(e));
        }
    }

    private static String said(MessagingException e) {
        var cause = e.getNextException();
        var words = String.valueOf(e.getMessage()).strip();
        return cause == null
                ? words
                : "%s (%s)".formatted(words, String.valueOf(cause.getMessage()).strip());
    }
}
