package threeline.desk.timekeeping.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.timekeeping.web.Bar.Kind;
import threeline.promises.calendar.Interval;

/** The pieces of a bar side by side, measured in seconds of width. */
final class Pieces {

    /**
     * One piece.
     *
     * @param time when it was or will be; null for what has no place in time
     * @param before the open time counted before it
     * @param counted the open time counted in it
     */
    record Piece(Kind kind, @Nullable Interval time, Duration before, Duration counted, double x, double width) {

        double xOf(Instant instant) {
            if (time == null || time.isEmpty()) {
                return x;
            }
            var share = seconds(Duration.between(time.start(), instant)) / seconds(time.length());
            return x + width * Math.clamp(share, 0, 1);
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private Duration counted = Duration.ZERO;
    private double width;

    void addOpen(Kind kind, Instant from, Instant to) {
        if (from.isBefore(to)) {
            var time = new Interval(from, to);
            add(kind, time, time.length(), time.length());
        }
    }

    void addFolded(Kind kind, Interval time, Duration shown) {
        add(kind, time, Duration.ZERO, shown);
    }

    void addTail(Kind kind, Duration length) {
        if (!length.isZero() && !length.isNegative()) {
            add(kind, null, kind == Kind.OVER ? Duration.ZERO : length, length);
        }
    }

    private void add(Kind kind, @Nullable Interval time, Duration more, Duration shown) {
        pieces.add(new Piece(kind, time, counted, more, width, seconds(shown)));
        counted = counted.plus(more);
        width += seconds(shown);
    }

    /** To the nanosecond: what was answered within the millisecond has its place too. */
    private static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() / 1e9;
    }

    List<Piece> all() {
        return Collections.unmodifiableList(pieces);
    }

    Duration counted() {
        return counted;
    }

    double width() {
        return width;
    }

    double xOf(Instant instant) {
        for (var piece : pieces) {
            if (piece.time() != null && !instant.isAfter(piece.time().end())) {
                return piece.xOf(instant);
            }
        }
        return width;
    }

    /** Where so much open time is used up; null where the bar ends before. */
    @Nullable
    Double xAfter(Duration open) {
        for (var piece : pieces) {
            var inside = open.minus(piece.before());
            if (!piece.counted().isZero() && inside.compareTo(piece.counted()) <= 0) {
                return piece.x() + seconds(inside);
            }
        }
        return null;
    }

    /** The open time counted by this instant. */
    Duration countedBy(Instant instant) {
        var sum = Duration.ZERO;
        for (var piece : pieces) {
            if (piece.time() != null && !piece.counted().isZero()) {
                sum = sum.plus(upTo(instant, piece.time()));
            }
        }
        return sum;
    }

    private static Duration upTo(Instant instant, Interval time) {
        var inside = Duration.between(time.start(), instant);
        return inside.isNegative() ? Duration.ZERO : inside.compareTo(time.length()) < 0 ? inside : time.length();
    }
}
