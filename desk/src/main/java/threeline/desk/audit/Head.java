package threeline.desk.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/** The end of a chain at some time: its number, and a hash that stands for all before it. Written {@code 12:ab34…}. */
public record Head(long seq, Hash hash) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    public static Optional<Head> parse(String text) {
        var parts = FORM.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new Head(Long.parseLong(parts.group(1)), new Hash(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return seq + ":" + hash.hex();
    }
}
