package threeline.desk.intake.email.screening;

import java.util.Set;
import java.util.UUID;
import threeline.desk.mail.IncomingMail;

/** What a mail is judged by. {@code ours} are the addresses of the desk it came to, in small letters. */
public record Facts(IncomingMail mail, String returnPath, UUID desk, Set<String> ours) {

    public Facts {
        ours = Set.copyOf(ours);
    }

    /** A header's first value in small letters; empty where there is none. */
    String header(String name) {
        return mail.headers().first(name).orElse("").strip().toLowerCase(java.util.Locale.ROOT);
    }

    boolean has(String name) {
        return mail.headers().has(name);
    }
}
