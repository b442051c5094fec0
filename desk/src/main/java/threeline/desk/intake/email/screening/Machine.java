package threeline.desk.intake.email.screening;

import java.util.Optional;
import java.util.regex.Pattern;
import threeline.desk.mail.MailAddress;

/** Was it written by a program, or sent to many at once? Then nothing is said back automatically. */
final class Machine implements Question {

    private static final Pattern NOBODY =
            Pattern.compile("(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)([+.-].*)?@.*");

    @Override
    public Optional<Verdict> ask(Facts facts) {
        return why(facts).map(Verdict.Quietly::new);
    }

    private static Optional<String> why(Facts facts) {
        var submitted = facts.header("auto-submitted");
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return Optional.of("written by a program");
        }
        if (facts.header("precedence").matches("bulk|junk|list")
                || facts.has("list-id")
                || facts.has("list-unsubscribe")) {
            return Optional.of("sent to many");
        }
        if (facts.returnPath().isEmpty()) {
            return Optional.of("sent without a return path");
        }
        return facts.mail()
                .from()
                .map(MailAddress::normal)
                .filter(from -> NOBODY.matcher(from).matches())
                .map(_ -> "from an address that takes no answers");
    }
}
