package threeline.desk.intake.email.screening;

import java.util.Optional;
import threeline.desk.mail.ReplyKey;

/** Does it claim to come from the desk's own address? Answering it would be answering ourselves. */
final class OwnAddress implements Question {

    @Override
    public Optional<Verdict> ask(Facts facts) {
        return facts.mail()
                .from()
                .filter(from -> facts.ours().contains(ReplyKey.withoutKey(from.normal())))
                .map(from -> new Verdict.Quarantine("says it comes from our own address " + from.address()));
    }
}
