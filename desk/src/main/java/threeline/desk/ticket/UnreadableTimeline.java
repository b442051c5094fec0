package threeline.desk.ticket;

/** Something stands on a ticket's timeline that this version of the program can't read; a newer one wrote it, most likely. */
final class UnreadableTimeline extends RuntimeException {

    private final transient TicketNumber ticket;

    UnreadableTimeline(TicketNumber ticket, RuntimeException because) {
        super("the timeline of ticket %s can't be read: %s".formatted(ticket, because.getMessage()), because);
        this.ticket = ticket;
    }

    TicketNumber ticket() {
        return ticket;
    }
}
