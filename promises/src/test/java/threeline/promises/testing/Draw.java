package threeline.promises.testing;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws the things that random cases are made of. */
public record Draw(RandomGenerator random) {

    /** From {@code least} to {@code most}, both possible. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** True once in so many times. */
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    public <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    public <T> List<T> some(int least, int most, Supplier<T> each) {
        return IntStream.range(0, between(least, most))
                .mapToObj(_ -> each.get())
                .toList();
    }
}
