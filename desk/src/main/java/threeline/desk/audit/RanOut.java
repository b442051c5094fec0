package threeline.desk.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/** That the lines up to one ran out, as a line of the trail itself says it. */
record RanOut(Head upTo) {

    private static final Pattern FORM = Pattern.compile("the lines up to (\\S+) ran out");

    static Optional<RanOut> parse(String subject) {
        var parts = FORM.matcher(subject);
        return parts.matches() ? Head.parse(parts.group(1)).map(RanOut::new) : Optional.empty();
    }

    @Override
    public String toString() {
        return "the lines up to %s ran out".formatted(upTo);
    }
}
