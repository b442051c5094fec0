package threeline.desk.intake.email;

import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.TicketNumber;

/** What became of a letter: exactly one of these, for ever (but a person may have a quarantined one tried again). */
sealed interface Outcome {

    /** It opened a ticket. */
    record Ticketed(TicketNumber ticket) implements Outcome {}

    /** It is on the timeline of a ticket that was there. */
    record Appended(TicketNumber ticket, @Nullable String why) implements Outcome {}

    /** Nothing was made of it; {@code sameAs} is the letter that it repeats. */
    record Suppressed(String why, @Nullable Long sameAs) implements Outcome {}

    /** A person has to look at it. */
    record Quarantined(String why) implements Outcome {}
}
