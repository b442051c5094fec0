package threeline.desk.intake.email.screening;

import java.util.Optional;

/** One question to a mail; it answers where it has something to say. */
interface Question {

    Optional<Verdict> ask(Facts facts);
}
