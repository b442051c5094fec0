package threeline.desk.intake.email.screening;

import java.util.Optional;
import java.util.regex.Pattern;

/** Did a program answer for a person who is away (RFC 3834, and what programs did before it)? */
final class AutoReply implements Question {

    private static final Pattern AWAY = Pattern.compile(
            "(out of (the )?office|automatic (reply|response)|auto[- :]?(reply|response|matic)|autoreply|abwesenheit(snotiz)?"
                    + "|automatische antwort|(ich bin )?(bis .{1,20})?nicht im büro|fuera de (la )?oficina|fuori sede|fuori ufficio"
                    + "|ausência( temporária)?|fora do escritório|niet aanwezig|frånvaro|frånvarande|fravær|poissa|w biurze nie ma"
                    + "|nieobecność|mimo kancelář|nepřítomnost|házon kívül|ofis dışında|вне офиса|автоответ|автоматический ответ"
                    + "|不在|外出中|休暇|부재중|자동 ?회신|vacation( reply)?|on (annual )?leave|away from (my|the)"
                    + "|réponse automatique|absence du bureau|respuesta automática|risposta automatica"
                    + "|resposta automática|automatisch antwoord|afwezig|autosvar|automatisk svar|automatiskt svar|automatikus válasz|otomatik yanıt|automaattinen vastaus"
                    + "|odpowiedź automatyczna|automatická odpověď|自動応答|自动答复).*");

    @Override
    public Optional<Verdict> ask(Facts facts) {
        return saysSo(facts) || looksSo(facts)
                ? Optional.of(new Verdict.Echo(Verdict.Of.ANSWER, "an automatic reply"))
                : Optional.empty();
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
