package threeline.promises.calendar;

import java.util.Arrays;

/** Open stretches in order, apart from each other, in seconds since the epoch; each half-open. */
record Spans(long[] starts, long[] ends) {

    int count() {
        return starts.length;
    }

    long total() {
        return Arrays.stream(ends).sum() - Arrays.stream(starts).sum();
    }

    /** What is left of {@code [from, until)}. */
    Spans complement(long from, long until) {
        var gaps = new Gathering();
        var end = from;
        for (var i = 0; i < count(); i++) {
            gaps.add(end, Math.min(starts[i], until));
            end = Math.max(end, ends[i]);
        }
        gaps.add(end, until);
        return gaps.spans();
    }

    Spans and(Spans other) {
        var both = new Gathering();
        for (int i = 0, j = 0; i < count() && j < other.count(); ) {
            both.add(Math.max(starts[i], other.starts[j]), Math.min(ends[i], other.ends[j]));
            if (ends[i] < other.ends[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both.spans();
    }

    /** Collects stretches that come in order of their starts; joins those that touch, drops empty ones. */
    static final class Gathering {

        private long[] starts = new long[16];
        private long[] ends = new long[16];
        private int count;

        void add(long start, long end) {
            if (start >= end) {
                return;
            }
            if (count > 0 && start <= ends[count - 1]) {
                ends[count - 1] = Math.max(ends[count - 1], end);
                return;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            starts[count] = start;
            ends[count++] = end;
        }

        Spans spans() {
            return new Spans(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
        }
    }
}
