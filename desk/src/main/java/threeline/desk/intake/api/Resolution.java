package threeline.desk.intake.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;

/**
 * How a ticket is to be resolved.
 *
 * @param as as spam or by automation, where not by a person
 * @param because why stages of the process that are still ahead are skipped
 */
record Resolution(
        TicketEvent.Resolved.@Nullable As as, @Nullable String because) {

    static Resolution of(Fields in) {
        return new Resolution(as(in), in.optionalText("because", NewAct.LONGEST_REASON));
    }

    private static TicketEvent.Resolved.@Nullable As as(Fields in) {
        var word = in.optionalText("as", NewAct.LONGEST_WORD);
        if (word == null) {
            return null;
        }
        for (var as : TicketEvent.Resolved.As.values()) {
            if (as.name().toLowerCase(Locale.ROOT).equals(word)) {
                return as;
            }
        }
        in.fault("as", "Send spam or automation, or nothing where a person resolved it.");
        return null;
    }

    Ticket on(TicketDesk desk, TicketNumber number, AgentId by) {
        if (as != null) {
            return desk.does(number, new TicketEvent.Resolved(as), by);
        }
        return because == null || because.isBlank()
                ? desk.resolve(number, by)
                : desk.resolve(number, because.strip(), by);
    }
}
