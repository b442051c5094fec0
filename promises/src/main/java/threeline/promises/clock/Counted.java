package threeline.promises.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import threeline.promises.calendar.Calendar;
import threeline.promises.sla.Allowance;
import threeline.promises.sla.Target;

/**
 * One limit on one calendar.
 *
 * @param allowance in nanoseconds of open time
 * @param thresholds what is passed on the way, in order of time: warnings, the first figure of a range, the limit
 */
public record Counted(Target.Within target, Calendar calendar, long allowance, List<Threshold> thresholds) {

    private static final long SECOND = 1_000_000_000L;

    /** Something that is passed once so much open time is used up. */
    record Threshold(Mark.Kind kind, int percent, long after) {

        boolean isOpen(int warned, boolean late) {
            return switch (kind) {
                case WARNING -> percent > warned;
                case LATE -> !late;
                case BREACH -> true;
            };
        }

        /** All that is used up already is passed at once, and of several warnings only the highest counts. */
        boolean comesBefore(Threshold other, long used) {
            var mine = Math.max(after, used);
            var its = Math.max(other.after, used);
            if (mine != its) {
                return mine < its;
            }
            return kind == other.kind ? percent > other.percent : kind.compareTo(other.kind) < 0;
        }
    }

    /** @throws IllegalArgumentException where the figure counts days and the calendar doesn't know how long one is */
    public static Counted of(Target.Within target, Calendar calendar) {
        return of(target, calendar, target.limit().allowance().on(calendar));
    }

    static Counted of(Target.Within target, Calendar calendar, Duration allowance) {
        var limit = allowance.toNanos();
        var thresholds = new ArrayList<Threshold>();
        for (var percent : target.warnings()) {
            thresholds.add(new Threshold(Mark.Kind.WARNING, percent, share(limit, percent)));
        }
        var expected = target.expected();
        if (expected != null) {
            thresholds.add(
                    new Threshold(Mark.Kind.LATE, 0, expected.on(calendar).toNanos()));
        }
        thresholds.add(new Threshold(Mark.Kind.BREACH, 100, limit));
        return new Counted(target, calendar, limit, List.copyOf(thresholds));
    }

    /** Percentages round up to the second. */
    private static long share(long limit, int percent) {
        return Math.ceilDiv(limit / 100 * percent + Math.ceilDiv(limit % 100 * percent, 100), SECOND) * SECOND;
    }

    Counted extendedBy(Allowance more) {
        return of(target, calendar, Duration.ofNanos(allowance).plus(more.on(calendar)));
    }

    /** What is passed next: of what is passed already and not yet told, the highest warning first. */
    Threshold next(long used, int warned, boolean late) {
        Threshold next = null;
        for (var it : thresholds) {
            if (it.isOpen(warned, late) && (next == null || it.comesBefore(next, used))) {
                next = it;
            }
        }
        return Objects.requireNonNull(next);
    }
}
