package threeline.desk.intake.email.web;

import org.jspecify.annotations.Nullable;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Secret;

/** An inbox as somebody gave it. Secrets are never shown again, so what is left empty stays as it was. */
public record InboxForm(String address, String host, int port, String tls, String login, Folders folders, Token token) {

    /** Where it lies there, where what was kept is moved, and which server there is believed about senders. */
    public record Folders(String folder, String kept, String believed) {}

    /** What is shown to the server: a password, or what tokens are had by. */
    public record Token(String password, String tokenUrl, String client, String scope, String refreshToken) {

        static final Token NONE = new Token("", "", "", "", "");
    }

    static InboxForm empty(String address) {
        return new InboxForm(address, "", 993, "implicit", "", new Folders("INBOX", "", ""), Token.NONE);
    }

    static InboxForm of(Inbox.Place it) {
        var server = it.server();
        var token = server.signIn() instanceof Inbox.SignIn.ByToken by
                ? new Token("", by.tokenUrl(), by.client(), orEmpty(by.scope()), "")
                : Token.NONE;
        return new InboxForm(
                it.address(),
                server.host(),
                server.port(),
                server.tls().word(),
                server.login(),
                new Folders(it.folder(), orEmpty(it.keptFolder()), orEmpty(it.believed())),
                token);
    }

    Inbox.Place place() {
        var signIn = token.tokenUrl().isBlank()
                ? new Inbox.SignIn.ByPassword()
                : new Inbox.SignIn.ByToken(
                        token.tokenUrl().strip(), token.client().strip(), orNull(token.scope()));
        return new Inbox.Place(
                address.strip(),
                new Inbox.Server(host.strip(), port, Inbox.Tls.of(tls), login.strip(), signIn),
                folders.folder().isBlank() ? "INBOX" : folders.folder().strip(),
                orNull(folders.kept()),
                orNull(folders.believed()));
    }

    @Nullable
    Secret secret() {
        return token.password().isEmpty() && token.refreshToken().isBlank()
                ? null
                : new Secret(token.password().isEmpty() ? null : token.password(), orNull(token.refreshToken()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
