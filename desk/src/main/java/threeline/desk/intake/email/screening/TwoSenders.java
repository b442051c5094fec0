package threeline.desk.intake.email.screening;

import java.util.Optional;

/** Does it say so once? With two senders, the one shown need not be the one that was checked. */
final class TwoSenders implements Question {

    @Override
    public Optional<Verdict> ask(Facts facts) {
        return facts.mail().senders().from().size() > 1
                        || facts.mail().headers().count("from") > 1
                ? Optional.of(new Verdict.Quarantine("more than one sender"))
                : Optional.empty();
    }
}
