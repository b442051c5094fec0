package threeline.promises.calendar;

import java.time.Instant;
import java.util.Arrays;

/**
 * The open time of some years, summed up, so that no question takes longer for a longer span.
 *
 * @param from where it begins, in seconds since the epoch
 * @param until where it ends
 * @param openBefore for each stretch, how many seconds are open before it
 * @param firstOfDay for each day since {@code from}, the first stretch that starts in it or later
 */
record Timetable(long from, long until, Spans open, long[] openBefore, int[] firstOfDay, long total) {

    private static final long DAY = 86_400;
    private static final long NANOS = 1_000_000_000L;

    static Timetable of(Opening opening, long from, long until) {
        var open = opening.between(from, until);
        var openBefore = new long[open.count()];
        var total = 0L;
        for (var i = 0; i < openBefore.length; i++) {
            openBefore[i] = total;
            total += open.ends()[i] - open.starts()[i];
        }
        return new Timetable(from, until, open, openBefore, firstOfDay(open, from, until), total);
    }

    private static int[] firstOfDay(Spans open, long from, long until) {
        var first = new int[Math.toIntExact((until - from) / DAY) + 2];
        for (int day = 0, i = 0; day < first.length; day++) {
            while (i < open.count() && open.starts()[i] < from + day * DAY) {
                i++;
            }
            first[day] = i;
        }
        return first;
    }

    boolean covers(long second) {
        return from <= second && second < until;
    }

    /** How many nanoseconds are open before an instant that it covers. */
    long openUntil(long second, int nano) {
        return openUntil(lastStartingBy(second), second, nano);
    }

    /** The same, where the last stretch that starts by then is known. */
    long openUntil(int i, long second, int nano) {
        if (i < 0) {
            return 0;
        }
        return second < open.ends()[i]
                ? (openBefore[i] + second - open.starts()[i]) * NANOS + nano
                : (openBefore[i] + open.ends()[i] - open.starts()[i]) * NANOS;
    }

    /**
     * The stretch in which that much open time is used up; -1 where it isn't.
     *
     * @param first a stretch that it isn't before, or -1; what is due is mostly near
     */
    int stretchUsingUp(long openNanos, int first) {
        var wholeSeconds = Math.ceilDiv(openNanos, NANOS);
        if (wholeSeconds > total) {
            return -1;
        }
        var low = Math.max(first, 0);
        var step = 4;
        while (low + step < openBefore.length && openBefore[low + step] < wholeSeconds) {
            low += step;
            step *= 2;
        }
        var found = Arrays.binarySearch(openBefore, low, Math.min(low + step + 1, openBefore.length), wholeSeconds);
        return found < 0 ? -found - 2 : found - 1;
    }

    /** When that much open time is used up, within the stretch in which it is. */
    Instant instant(int stretch, long openNanos) {
        return Instant.ofEpochSecond(open.starts()[stretch], openNanos - openBefore[stretch] * NANOS);
    }

    boolean isOpenAt(long second) {
        var i = lastStartingBy(second);
        return i >= 0 && second < open.ends()[i];
    }

    /** The last stretch that starts at or before a second; -1 where none does. */
    int lastStartingBy(long second) {
        var i = firstOfDay[(int) ((second - from) / DAY)];
        while (i < open.count() && open.starts()[i] <= second) {
            i++;
        }
        return i - 1;
    }
}
