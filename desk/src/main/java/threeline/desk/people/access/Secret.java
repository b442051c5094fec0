package threeline.desk.people.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** A random word of 256 bits that lets its bearer in. We keep its hash only. */
public record Secret(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret that somebody shows, if it could be one at all. */
    public static Optional<Secret> parse(String shown) {
        return FORM.matcher(shown).matches() ? Optional.of(new Secret(shown)) : Optional.empty();
    }

    /** What stands for it in the database. */
    public byte[] hash() {
        return DigestUtils.sha256(text);
    }

    /** Another secret that follows from this one and from which this one can't be found, such as the token in its forms. */
    public String derived(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(purpose + ":" + text));
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
