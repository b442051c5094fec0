package threeline.desk.intake.email.screening;

import java.util.Optional;
import java.util.regex.Pattern;
import threeline.desk.mail.IncomingMail;

/** Is it a report that a mail of ours was not, or not yet, delivered? */
final class Bounce implements Question {

    private static final Pattern DAEMON =
            Pattern.compile("(mailer-daemon|postmaster|mail-daemon|mailerdaemon|microsoftexchange[0-9a-f]*)@.*");

    private static final Pattern FAILED =
            Pattern.compile("(undeliver|delivery (status|fail|notif|problem)|mail delivery|returned mail|failure notice"
                    + "|mail system error|message (not|could not be) delivered|unzustellbar|zustellung|nachricht nicht zugestellt"
                    + "|non remis|échec|no se puede entregar|no entregado|mancato recapito|não entregue|onbestelbaar"
                    + "|warning: (could not|message)|niedostarcz|недоставл|не доставлено|配信不能|無法傳遞|退信).*");

    @Override
    public Optional<Verdict> ask(Facts facts) {
        var report = facts.mail().report();
        if (report != null) {
            var whom = report.recipient() == null ? "somebody" : report.recipient();
            return Optional.of(new Verdict.Echo(
                    Verdict.Of.REPORT,
                    "a delivery report about %s: %s %s"
                            .formatted(
                                    whom,
                                    report.action(),
                                    report.diagnostic().isBlank() ? report.status() : report.diagnostic())));
        }
        var nobody = facts.returnPath().isEmpty();
        return nobody && (isDaemon(facts.mail()) || saysSo(facts.mail()))
                        || isDaemon(facts.mail()) && saysSo(facts.mail())
                ? Optional.of(new Verdict.Echo(Verdict.Of.REPORT, "a report of a mail server"))
                : Optional.empty();
    }

    private static boolean saysSo(IncomingMail mail) {
        return FAILED.matcher(mail.subject().strip().toLowerCase(java.util.Locale.ROOT))
                .matches();
    }

    private static boolean isDaemon(IncomingMail mail) {
        return mail.from()
                .filter(from -> DAEMON.matcher(from.normal()).matches())
                .isPresent();
    }
}
