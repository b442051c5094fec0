package threeline.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until a test turns it. */
public final class HandTurnedTime implements InstantSource {

    /** A Monday in winter, when London is at UTC: the desks have just opened. */
    public static final Instant MONDAY_AT_NINE = Instant.parse("2026-11-23T09:00:00Z");

    private volatile Instant now = MONDAY_AT_NINE;

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant to) {
        now = to;
    }

    public Instant forward(Duration by) {
        now = now.plus(by);
        return now;
    }
}
