package threeline.desk.mail.inbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a server that failed is left alone: half a minute at first, doubled each time up to half an hour, never twice the same. */
final class Pause {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 6;

    private Pause() {}

    static Duration after(int failures, RandomGenerator random) {
        var doubled = FIRST.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        var longest = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return longest.dividedBy(2).plusMillis(random.nextLong(longest.toMillis() / 2 + 1));
    }
}
