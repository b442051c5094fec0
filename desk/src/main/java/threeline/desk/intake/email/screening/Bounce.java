package threeline.desk.intake.email.screening;

import java.util.Optional;
import java.util.regex.Pattern;
import threeline.desk.mail.IncomingMail;

/** Is it a report that a mail of ours was not, or not yet, delivered? */
final class Bounce implements Question {

    private static final Pattern DAEMON = Pattern.compile("(mailer-daemon|postmaster|mail-daemon)@.*");

    @Override
    public Optional<Verdict> ask(Facts facts) {
        var report = facts.mail().report();
        if (report != null) {
            var whom = report.recipient() == null ? "somebody" : report.recipient();
            return Optional.of(new Verdict.Echo("a delivery report about %s: %s %s"
                    .formatted(
                            whom,
                            report.action(),
                            report.diagnostic().isBlank() ? report.status() : report.diagnostic())));
        }
        return facts.returnPath().isEmpty() && isDaemon(facts.mail())
                ? Optional.of(new Verdict.Echo("a report of a mail server"))
                : Optional.empty();
    }

    private static boolean isDaemon(IncomingMail mail) {
        return mail.from()
                .filter(from -> DAEMON.matcher(from.normal()).matches())
                .isPresent();
    }
}
