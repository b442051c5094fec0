package threeline.desk.ticket;

/** A ticket's number within its desk: ascending from 1, with gaps. */
public record TicketNumber(long value) {

    public TicketNumber {
        if (value < 1) {
            throw new IllegalArgumentException("a ticket's number is 1 or more: " + value);
        }
    }

    /** What people quote: {@code PRO-12} for the prefix {@code PRO}. */
    public String reference(String prefix) {
        return prefix + "-" + value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
