package threeline.desk.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/** That the words of so many lines were taken out of the trail for an erasure, as a line of the trail itself says it. */
record Taken(long erasure, int many, Hash lines) {

    private static final Pattern FORM =
            Pattern.compile("erasure (\\d{1,18}) took the words of (\\d{1,9}) lines ([0-9a-f]{64}) of .*");

    static Optional<Taken> parse(String subject) {
        var parts = FORM.matcher(subject);
        return parts.matches()
                ? Optional.of(new Taken(
                        Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), new Hash(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "erasure %d took the words of %d lines %s".formatted(erasure, many, lines.hex());
    }
}
