package threeline.promises.clock;

import java.time.Instant;

/** Since when a clock stands still, and why. */
record Pause(Instant from, Reason.Still why) {}
