package threeline.desk.mail.inbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import threeline.desk.mail.Inside;

/** What is wrong with an inbox, in words for the one who answers for it. */
final class Words {

    private static final int LONGEST = 300;

    private Words() {}

    static String of(Throwable e, Inbox.Place place) {
        var server = place.server();
        var where = "%s, port %d".formatted(server.host(), server.port());
        return switch (root(e)) {
            case UnknownHostException _ -> "There is no server named %s.".formatted(server.host());
            case Inside.Refused it -> clean(it.getMessage()) + ".";
            case ConnectException _ -> "Nobody answers at %s.".formatted(where);
            case SocketTimeoutException _ -> "The server at %s does not answer in time.".formatted(where);
            case SSLException it ->
                "The encryption of %s is not to be trusted: %s.".formatted(where, clean(it.getMessage()));
            case AuthenticationFailedException it ->
                "The server does not let %s in: %s.".formatted(server.login(), clean(it.getMessage()));
            case FolderNotFoundException it ->
                "There is no folder %s."
                        .formatted(
                                it.getFolder() == null
                                        ? place.folder()
                                        : it.getFolder().getFullName());
            case Taker.NotTaken it ->
                "What was fetched could not be kept and stays there: %s.".formatted(clean(it.getMessage()));
            case Visit.SomeNotHad it -> "All others are kept, but " + clean(it.getMessage()) + ".";
            case Throwable it when it.getMessage() == null -> "The connection to %s broke.".formatted(where);
            case Throwable it -> "The server at %s broke off: %s.".formatted(where, clean(it.getMessage()));
        };
    }

    static String nothingCame(Inbox.Place place) {
        return "The server at %s, port %d brought nothing for %d minutes."
                .formatted(place.server().host(), place.server().port(), Visit.PATIENCE.toMinutes());
    }

    /** The first cause that says something of its own. */
    private static Throwable root(Throwable e) {
        var cause = cause(e);
        var speaks = e instanceof AuthenticationFailedException
                || e instanceof FolderNotFoundException
                || e instanceof Taker.NotTaken
                || e instanceof ConnectException
                || e instanceof SSLException;
        return cause == null || speaks ? e : root(cause);
    }

    private static @Nullable Throwable cause(Throwable e) {
        return e instanceof MessagingException it && it.getNextException() != null
                ? it.getNextException()
                : e.getCause();
    }

    private static String clean(@Nullable String said) {
        var words = said == null
                ? "no reason given"
                : said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return (words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words).replaceAll("\\.$", "");
    }
}
