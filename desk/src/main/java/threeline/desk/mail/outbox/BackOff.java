package threeline.desk.mail.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that was not taken is tried again: soon at first, then hourly, and after five days no more. */
final class BackOff {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(5);
    private static final int SPREAD_PERCENT = 20;

    private BackOff() {}

    /** Each mail waits a little longer or shorter than the others, so that they don't all come back at once. */
    static Optional<Instant> next(Parcel parcel, Instant now) {
        var doubled = FIRST.multipliedBy(1L << Math.min(parcel.attempts() - 1, 10));
        var wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        var spread = wait.dividedBy(100).multipliedBy(Math.floorMod(parcel.id() * 31, SPREAD_PERCENT));
        var next = now.plus(wait).plus(spread);
        return next.isAfter(parcel.addedAt().plus(PATIENCE)) ? Optional.empty() : Optional.of(next);
    }
}
