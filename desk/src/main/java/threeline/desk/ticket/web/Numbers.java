package threeline.desk.ticket.web;

import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Ticket numbers as they stand in addresses. */
final class Numbers {

    private Numbers() {}

    static TicketNumber of(long number) {
        if (number < 1) {
            throw new ProblemException(new Problem.NotFound("A ticket's number is 1 or more."));
        }
        return new TicketNumber(number);
    }
}
