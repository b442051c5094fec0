package threeline.desk.ticket;

import org.jspecify.annotations.Nullable;

/**
 * How a ticket stands, as judged by its timeline.
 *
 * @param hold the charter's name of what is waited for; null when nothing is
 * @param tier the tier that it is on; empty in a charter without any
 * @param group the group that has it; none in a charter that has none
 */
public record Situation(
        Status status,
        String severity,
        @Nullable String hold,
        String tier,
        @Nullable String group) {}
