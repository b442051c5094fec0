package threeline.desk.intake.email;

import threeline.desk.ticket.TicketNumber;

/** What a mail has to do with the tickets that are there; {@code how} says by what that was seen, in words. */
sealed interface Belonging {

    String how();

    /** Its sender is on this ticket, is proven, and goes on with it. */
    record Continues(TicketNumber ticket, String how) implements Belonging {}

    /** It says that it is from somebody on this ticket, and that is not proven. */
    record Claims(TicketNumber ticket, String how) implements Belonging {}

    /** Nothing, whatever it names. */
    record Nothing(String how) implements Belonging {}
}
