package threeline.desk.intake.email.screening;

import java.util.Optional;
import java.util.regex.Pattern;

/** Did a program answer for a person who is away (RFC 3834, and what programs did before it)? */
final class AutoReply implements Question {

    private static final Pattern AWAY = Pattern.compile(
            "(out of (the )?office|automatic reply|auto[- ]?reply|autoreply|abwesenheit(snotiz)?|automatische antwort"
                    + "|réponse automatique|absence du bureau|respuesta automática|risposta automatica"
                    + "|resposta automática|automatisch antwoord|afwezig|autosvar|automaattinen vastaus"
                    + "|odpowiedź automatyczna|automatická odpověď|自動応答|自动答复).*");

    @Override
    public Optional<Verdict> ask(Facts facts) {
        return saysSo(facts) || looksSo(facts) ? Optional.of(new Verdict.Echo("an automatic reply")) : Optional.empty();
    }

    private static boolean saysSo(Facts facts) {
        return facts.header("auto-submitted").startsWith("auto-replied")
                || facts.header("precedence").equals("auto_reply")
                || facts.has("x-autoreply")
                || facts.has("x-autorespond")
                || facts.has("x-autoreply-from");
    }

    /** Those that don't say so answer something, without a return path or with a subject that begins like this. */
    private static boolean looksSo(Facts facts) {
        var subject = facts.mail().subject().strip().toLowerCase(java.util.Locale.ROOT);
        var answers =
                !facts.mail().thread().before().isEmpty() || facts.returnPath().isEmpty();
        return answers && AWAY.matcher(subject).matches();
    }
}
