package threeline.desk.intake.api;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Tickets by what an address calls them: a number, or the whole reference. */
@Component
class Numbers {

    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z][A-Za-z0-9]{0,9})-)?([1-9][0-9]{0,17})");

    private final Charters charters;
    private final TicketQueue tickets;

    Numbers(Charters charters, TicketQueue tickets) {
        this.charters = charters;
        this.tickets = tickets;
    }

    TicketNumber of(String called) {
        var parts = FORM.matcher(called);
        if (!parts.matches() || !isOurs(parts.group(1))) {
            throw unknown(called);
        }
        return new TicketNumber(Long.parseLong(parts.group(2)));
    }

    Ticket ticket(String called) {
        return tickets.find(of(called)).orElseThrow(() -> unknown(called));
    }

    private boolean isOurs(@org.jspecify.annotations.Nullable String prefix) {
        return prefix == null
                || prefix.equalsIgnoreCase(charters.current().charter().prefix());
    }

    private static ProblemException unknown(String called) {
        return new ProblemException(new Problem.NotFound("There is no ticket %s at this desk.".formatted(called)));
    }
}
