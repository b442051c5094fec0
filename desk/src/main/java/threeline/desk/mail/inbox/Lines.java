package threeline.desk.mail.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.mail.AccessTokens;
import threeline.desk.mail.Inside;

/** Opens lines to the servers of inboxes. */
@Component
class Lines {

    private static final String CONNECT_MILLIS = "15000";
    private static final String ANSWER_MILLIS = "60000";
    private static final String PIECE_BYTES = String.valueOf(256 * 1024);

    private final Inside inside;
    private final AccessTokens tokens;

    Lines(Inside inside, AccessTokens tokens) {
        this.inside = inside;
        this.tokens = tokens;
    }

    ImapLine open(Inbox.Place place, Secret secret) throws MessagingException, AccessTokens.NoToken {
        return ImapLine.open(Session.getInstance(properties(place.server())), place, shown(place.server(), secret));
    }

    private String shown(Inbox.Server server, Secret secret) throws AccessTokens.NoToken {
        return switch (server.signIn()) {
            case Inbox.SignIn.ByPassword() -> orEmpty(secret.word());
            case Inbox.SignIn.ByToken(var url, var client, var scope) ->
                tokens.token(new AccessTokens.Grant(url, client, scope, secret.word(), secret.refreshToken()));
        };
    }

    private static String orEmpty(@Nullable String word) {
        return word == null ? "" : word;
    }

    private Properties properties(Inbox.Server server) {
        var it = new Properties();
        it.put("mail.imap.socketFactory", inside.sockets());
        it.setProperty("mail.imap.socketFactory.fallback", "false");
        it.setProperty("mail.imap.connectiontimeout", CONNECT_MILLIS);
        it.setProperty("mail.imap.timeout", ANSWER_MILLIS);
        it.setProperty("mail.imap.writetimeout", ANSWER_MILLIS);
        it.setProperty("mail.imap.ssl.enable", String.valueOf(server.tls() == Inbox.Tls.IMPLICIT));
        it.setProperty("mail.imap.starttls.enable", String.valueOf(server.tls() == Inbox.Tls.STARTTLS));
        it.setProperty("mail.imap.starttls.required", String.valueOf(server.tls() == Inbox.Tls.STARTTLS));
        it.setProperty("mail.imap.ssl.checkserveridentity", "true");
        it.setProperty(
                "mail.imap.auth.mechanisms",
                server.signIn() instanceof Inbox.SignIn.ByToken ? "XOAUTH2" : "PLAIN LOGIN");
        it.setProperty("mail.imap.partialfetch", "true");
        it.setProperty("mail.imap.fetchsize", PIECE_BYTES);
        // what servers say about a message's size is not always so
        it.setProperty("mail.imap.ignorebodystructuresize", "true");
        it.setProperty("mail.imap.throwsearchexception", "true");
        return it;
    }
}
