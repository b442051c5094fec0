package threeline.desk.intake.email.screening;

import java.util.Optional;

/** Does it say whom it is from, in a way that could be answered? */
final class NoSender implements Question {

    @Override
    public Optional<Verdict> ask(Facts facts) {
        var from = facts.mail().senders().from();
        var unusable = from.size() == 1 && !from.getFirst().isUsable();
        return from.isEmpty() || unusable
                ? Optional.of(new Verdict.Quarantine("no sender that could be answered"))
                : Optional.empty();
    }
}
