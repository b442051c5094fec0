package threeline.promises.charter;

import threeline.promises.sla.Limit;

/** A severity going up by itself. */
public record Rise(String to, When when, boolean newTargets) {

    /** At what moment it rises. */
    public sealed interface When {}

    /** When the limit of resolution, or of response where there is none, is reached. */
    public record AtLimit() implements When {}

    /** When the first figure of a range is passed. */
    public record AtExpected() implements When {}

    /** So long after the opening; holds don't matter. */
    public record After(Limit age) implements When {}
}
