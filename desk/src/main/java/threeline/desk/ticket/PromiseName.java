package threeline.desk.ticket;

/**
 * Which of a ticket's promises: the metric in the charter's word ({@code response}), whether it is an aim that only
 * the desk sees, and the how-manieth of its kind on this ticket, from 1.
 */
public record PromiseName(String metric, boolean aim, int nth) {}
