import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/**
 * The same thing done again and again over a few connections, for so long or so often, whichever ends first: one after the
 * other, or so many a second, and then each is timed from when its turn was, so that whoever waits behind a slow one counts.
 *
 * @param perSecond 0 for one after the other
 */
record Load(String name, int connections, double warmUpSeconds, double seconds, int atMost, double perSecond) {

    Load(String name, int connections, double warmUpSeconds, double seconds, int atMost) {
        this(name, connections, warmUpSeconds, seconds, atMost, 0);
    }

    /** Does it once; {@code turn} is different for each. */
    interface Work {
        void once(int turn) throws Exception;
    }

    interface Connection {
        Work open() throws Exception;
    }

    record Result(Load load, double seconds, long[] nanos, int errors, String firstError) {

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"name\": \"%s\", \"connections\": %d, \"count\": %d, \"per_second\": %.1f, \"p50_ms\": %.2f, "
                            + "\"p95_ms\": %.2f, \"p99_ms\": %.2f, \"max_ms\": %.2f, \"errors\": %d%s}",
                    load.name(), load.connections(), nanos.length, nanos.length / seconds, at(0.5), at(0.95), at(0.99),
                    at(1), errors, firstError == null ? "" : ", \"first_error\": \"" + escaped(firstError) + "\"");
        }

        private double at(double share) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, share * nanos.length)] / 1e6;
        }

        private static String escaped(String text) {
            return text.replaceAll("[^ -~]", " ").replace("\\", "/").replace('"', '\'').substring(0, Math.min(300, text.length()));
        }
    }

    Result run(Connection connection) throws Exception {
        if (warmUpSeconds > 0) {
            new Load(name, connections, 0, warmUpSeconds, atMost, perSecond).measure(connection);
        }
        return measure(connection);
    }

    private static final AtomicInteger TURNS = new AtomicInteger();

    private Result measure(Connection connection) throws Exception {
        var first = new AtomicReference<String>();
        var errors = new AtomicInteger();
        var left = new AtomicInteger(atMost);
        var times = new ArrayList<long[]>();
        var threads = new ArrayList<Thread>();
        var start = System.nanoTime();
        var end = start + (long) (seconds * 1e9);
        for (var i = 0; i < connections; i++) {
            var pace = new Pace(start, i, connections, perSecond);
            threads.add(Thread.ofPlatform().start(() -> {
                var mine = LongStream.builder();
                try {
                    var work = connection.open();
                    while (System.nanoTime() < end && left.getAndDecrement() > 0) {
                        var began = pace.await();
                        try {
                            work.once(TURNS.incrementAndGet());
                            mine.add(System.nanoTime() - began);
                        } catch (Exception e) {
                            errors.incrementAndGet();
                            first.compareAndSet(null, e.toString());
                            work = connection.open();
                        }
                    }
                } catch (Exception e) {
                    errors.incrementAndGet();
                    first.compareAndSet(null, e.toString());
                }
                synchronized (times) {
                    times.add(mine.build().toArray());
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        var took = (System.nanoTime() - start) / 1e9;
        var all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(this, took, all, errors.get(), first.get());
    }

    /** When the turns of one connection are. */
    private static final class Pace {

        private final long between;
        private long next;

        Pace(long start, int connection, int of, double perSecond) {
            this.between = perSecond == 0 ? 0 : (long) (of * 1e9 / perSecond);
            this.next = start + between * connection / of;
        }

        /** When the next turn was, or now where they follow each other; waits for it while it is to come. */
        long await() throws InterruptedException {
            if (between == 0) {
                return System.nanoTime();
            }
            var turn = next;
            next += between;
            Thread.sleep(Duration.ofNanos(Math.max(0, turn - System.nanoTime())));
            return turn;
        }
    }
}
