package threeline.desk.mail.outbox;

import java.time.Instant;

/** Whether a mail that was left may still leave, asked at the moment of sending; told by who knows its reader. */
@FunctionalInterface
public interface StillTheirs {

    /** @param about what the mail is about, in the words of whoever left it */
    Answer ask(String about, Instant now);

    sealed interface Answer {

        record Now() implements Answer {}

        /** Not before then. */
        record Later(Instant at, String why) implements Answer {}

        record Never(String why) implements Answer {}
    }
}
