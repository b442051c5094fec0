package threeline.desk.people.access;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a program shows at the door: {@code tl_procurement_…}. It names its desk, since the API's address doesn't. */
public record BearerToken(String desk, Secret secret) {

    private static final Pattern FORM = Pattern.compile("tl_([a-z][a-z0-9-]{1,39})_([A-Za-z0-9_-]{43})");

    static BearerToken random(String desk) {
        return new BearerToken(desk, Secret.random());
    }

    public static Optional<BearerToken> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new BearerToken(parts.group(1), new Secret(parts.group(2))))
                : Optional.empty();
    }

    /** Given out once, to whom it was made for. */
    public String text() {
        return "tl_" + desk + "_" + secret.text();
    }

    @Override
    public String toString() {
        return "BearerToken[" + desk + "]";
    }
}
