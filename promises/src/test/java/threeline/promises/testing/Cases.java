package threeline.promises.testing;

import java.util.function.Consumer;
import java.util.random.RandomGeneratorFactory;

/**
 * Tries a property on many random cases: the same ones in every run, so that a red build speaks of the change and not of
 * luck. {@code -Dthreeline.fresh=true} tries new ones. A failure names its seed; {@code -Dthreeline.seed=N} replays that
 * case alone, {@code -Dthreeline.cases=0.1} tries a tenth of them.
 */
public final class Cases {

    private static final String SEED = "threeline.seed";
    private static final long FIRST = Boolean.getBoolean("threeline.fresh") ? System.nanoTime() : 20_261_122;
    private static final double SHARE = Double.parseDouble(System.getProperty("threeline.cases", "1"));

    private Cases() {}

    public static void tried(int count, Consumer<Draw> property) {
        var seed = Long.getLong(SEED);
        if (seed != null) {
            property.accept(draw(seed));
            return;
        }
        for (var i = 0; i < Math.max(1, count * SHARE); i++) {
            trying(FIRST + i, property);
        }
    }

    private static void trying(long seed, Consumer<Draw> property) {
        try {
            property.accept(draw(seed));
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("replay with -D%s=%d: %s".formatted(SEED, seed, failed.getMessage()), failed);
        }
    }

    private static Draw draw(long seed) {
        return new Draw(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }
}
