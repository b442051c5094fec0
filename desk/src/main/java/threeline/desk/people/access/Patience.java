package threeline.desk.people.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long somebody must wait who keeps guessing: nothing for the first few, then twice as long each time, up to a most.
 * Nobody is ever locked out. What is long past is forgotten, and only so many guessers are remembered.
 */
final class Patience {

    private static final int REMEMBERED = 20_000;
    private static final Duration FORGET_AFTER = Duration.ofHours(1);

    private record Guesses(int count, Instant last) {}

    private final int free;
    private final Duration most;

    private final Map<Object, Guesses> guesses = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Guesses> eldest) {
            return size() > REMEMBERED;
        }
    };

    Patience(int free, Duration most) {
        this.free = free;
        this.most = most;
    }

    /** What is left to wait before this one may guess again; zero or less: they may now. */
    synchronized Duration left(Object guesser, Instant now) {
        var theirs = guesses.get(guesser);
        if (theirs == null || theirs.last().plus(FORGET_AFTER).isBefore(now)) {
            return Duration.ZERO;
        }
        return Duration.between(now, theirs.last().plus(wait(theirs.count())));
    }

    synchronized void count(Object guesser, Instant now) {
        var theirs = guesses.get(guesser);
        var before = theirs == null || theirs.last().plus(FORGET_AFTER).isBefore(now) ? 0 : theirs.count();
        guesses.put(guesser, new Guesses(before + 1, now));
    }

    synchronized void forget(Object guesser) {
        guesses.remove(guesser);
    }

    private Duration wait(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        var seconds = 1L << Math.min(count - free, 20);
        return seconds < most.toSeconds() ? Duration.ofSeconds(seconds) : most;
    }
}
