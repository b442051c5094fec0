package threeline.desk.intake.email.screening;

import java.util.Optional;
import threeline.desk.mail.MimeWriter;

/** Is it a mail of this very desk, coming back? Another desk's mail is as welcome as anybody's. */
final class OwnEcho implements Question {

    @Override
    public Optional<Verdict> ask(Facts facts) {
        return facts.header(MimeWriter.MARK).equals(facts.desk().toString())
                ? Optional.of(new Verdict.Ignore("our own mail, come back"))
                : Optional.empty();
    }
}
