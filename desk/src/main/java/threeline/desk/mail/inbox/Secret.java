package threeline.desk.mail.inbox;

import org.jspecify.annotations.Nullable;

/** What an inbox's server is shown: a password, or a client's secret and perhaps its refresh token. Never printed. */
public record Secret(@Nullable String word, @Nullable String refreshToken) {

    public static Secret password(String password) {
        return new Secret(password, null);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
