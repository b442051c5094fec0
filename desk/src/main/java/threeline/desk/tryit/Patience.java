package threeline.desk.tryit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again, for a while, until there is what is looked for. */
final class Patience {

    private static final Duration ENOUGH = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    static <T> T await(String expected, Supplier<Optional<T>> look, Supplier<String> otherwise) {
        var end = System.nanoTime() + ENOUGH.toNanos();
        while (System.nanoTime() < end) {
            var seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            pause();
        }
        throw new Failed(expected, otherwise.get());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
