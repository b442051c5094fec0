package threeline.desk.mail.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A folder at another server that letters for one of a desk's addresses are fetched from. Its secrets are not in it. */
public record Inbox(long id, Place place, boolean active, Health health) {

    /** Where it is, and what is done with what was kept: moved to a folder, or else marked as read. */
    public record Place(
            String address,
            Server server,
            String folder,
            @Nullable String keptFolder,
            @Nullable String believed) {}

    /** How its server is reached, as whom, and by what. */
    public record Server(String host, int port, Tls tls, String login, SignIn signIn) {

        @Override
        public String toString() {
            return "%s at %s:%d".formatted(login, host, port);
        }
    }

    /** Whether and when the connection is encrypted. */
    public enum Tls {
        IMPLICIT,
        STARTTLS,
        NONE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Tls of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** By what a server lets us in. */
    public sealed interface SignIn {

        record ByPassword() implements SignIn {}

        /** XOAUTH2, with access tokens had there: by a refresh token where one is kept, else as the client itself. */
        record ByToken(
                String tokenUrl, String client, @Nullable String scope) implements SignIn {}
    }

    /**
     * How it is getting on: when its server last answered, when the last letter was kept, how many lie there still, and
     * in plain words what is wrong, since when, how often in a row, and when it is tried again.
     */
    public record Health(
            @Nullable Instant contactAt,
            @Nullable Instant letterAt,
            int backlog,
            @Nullable String error,
            @Nullable Instant errorAt,
            int failures,
            @Nullable Instant dueAt) {

        public boolean well() {
            return error == null;
        }
    }
}
