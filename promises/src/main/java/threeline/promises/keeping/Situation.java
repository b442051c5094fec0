package threeline.promises.keeping;

import org.jspecify.annotations.Nullable;

/**
 * How a ticket stands, apart from its promises.
 *
 * @param hold what it waits for
 * @param tier its tier; {@code project} when it left the ladder for a project
 * @param group that holds it; none in a charter without groups
 * @param version the name of the charter's version in force
 */
public record Situation(
        Status status,
        String severity,
        @Nullable String hold,
        @Nullable String tier,
        @Nullable String group,
        String version) {}
