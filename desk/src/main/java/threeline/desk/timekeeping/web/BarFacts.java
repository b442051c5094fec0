package threeline.desk.timekeeping.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.State;

/**
 * What a bar is drawn from.
 *
 * @param stretches from the start to the due instant, or to where the clock stands or was met
 * @param allowance the open time that the target grants; zero without a limit
 * @param left the open time that remains
 * @param over how long after the due instant, on any clock, it is or was answered
 * @param warnings in per cent of the allowance, ascending
 */
record BarFacts(
        List<Stretch> stretches,
        State state,
        Instant now,
        Duration allowance,
        Duration left,
        @Nullable Duration over,
        List<Integer> warnings,
        ZoneId zone) {}
