package threeline.desk.intake.email.screening;

import java.util.List;
import java.util.Optional;

/** Asks a mail all questions, in this order; the first answer counts. */
public final class Screening {

    private static final List<Question> QUESTIONS = List.of(
            new OwnEcho(),
            new Bounce(),
            new AutoReply(),
            new NoSender(),
            new TwoSenders(),
            new OwnAddress(),
            new Machine());

    private Screening() {}

    public static Verdict judge(Facts facts) {
        return QUESTIONS.stream()
                .map(question -> question.ask(facts))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Verdict.Accept::new);
    }
}
