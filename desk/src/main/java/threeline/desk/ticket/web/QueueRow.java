package threeline.desk.ticket.web;

import org.jspecify.annotations.Nullable;

/** One ticket in a list. */
public record QueueRow(
        long number,
        String reference,
        String subject,
        SeverityView severity,
        From from,
        Promised promised,
        Held held,
        ChannelView channel,
        String changed) {

    /** Who asks. */
    public record From(String name, @Nullable String organization) {

        public String both() {
            return organization == null ? name : organization;
        }
    }

    /**
     * What breaks next; the status instead where nothing can.
     *
     * @param at when it is due, in words; null while it stands still
     */
    public record Promised(
            @Nullable DueView due, String name, @Nullable String at) {}

    /** Who has it, and what it waits for. */
    public record Held(
            TierView tier, @Nullable String agent, @Nullable String hold) {}
}
