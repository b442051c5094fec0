package threeline.promises.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;

/**
 * How much of a goal is used up: for each of its limits what was counted up to an instant, and whether it counts on from
 * there.
 */
final class Tally {

    private final Goal goal;
    private final Instant since;
    private final boolean still;
    private final long[] counted;

    private Tally(Goal goal, Instant since, boolean still, long[] counted) {
        this.goal = goal;
        this.since = since;
        this.still = still;
        this.counted = counted;
    }

    /** Counted anew over a whole run. */
    static Tally of(Goal goal, Run run, Instant at) {
        var counted = switch (goal) {
            case Goal.Limited(var limits) -> {
                var each = new long[limits.size()];
                for (var i = 0; i < each.length; i++) {
                    each[i] = run.countedOn(limits.get(i).calendar(), at);
                }
                yield each;
            }
            case Goal.ByRelease by -> new long[] {by.calendar().openNanos(run.start(), at)};
            case Goal.Unlimited it -> new long[] {run.countedOn(it.calendar(), at)};
        };
        return new Tally(goal, at, run.isPaused() && !(goal instanceof Goal.ByRelease), counted);
    }

    Goal goal() {
        return goal;
    }

    boolean isStill() {
        return still;
    }

    /** The same, counted up to a later instant, from which on it stands still or goes on. */
    Tally at(Instant at, boolean standsStill) {
        var isStill = standsStill && !(goal instanceof Goal.ByRelease);
        if (still) {
            return new Tally(goal, at, isStill, counted);
        }
        var more = counted.clone();
        for (var i = 0; i < more.length; i++) {
            more[i] += calendar(i).openNanos(since, at);
        }
        return new Tally(goal, at, isStill, more);
    }

    /** What it reaches next, given what it has passed; null when nothing by itself. */
    @Nullable
    Mark next(int warned, boolean late) {
        return switch (goal) {
            case Goal.Unlimited _ -> null;
            case Goal.ByRelease by -> new Mark(later(since, by.dueAt()), Mark.Kind.BREACH, 100);
            case Goal.Limited(var limits) -> {
                Mark next = null;
                for (var i = 0; i < counted.length; i++) {
                    var mark = next(limits.get(i), counted[i], warned, late);
                    next = mark == null || next != null && !mark.isBefore(next) ? next : mark;
                }
                yield next;
            }
        };
    }

    private @Nullable Mark next(Counted limit, long used, int warned, boolean late) {
        var next = limit.next(used, warned, late);
        if (next.after() > used && still) {
            return null;
        }
        var at = limit.calendar().dueAfterNanos(since, next.after() - used);
        return at == null ? null : new Mark(at, next.kind(), next.percent());
    }

    /** When it is used up if it goes on from where it stands; null where it never is. */
    @Nullable
    Instant dueAt() {
        return switch (goal) {
            case Goal.Unlimited _ -> null;
            case Goal.ByRelease by -> later(since, by.dueAt());
            case Goal.Limited(var limits) -> dueAt(limits.get(binding()), binding());
        };
    }

    private @Nullable Instant dueAt(Counted limit, int i) {
        return limit.calendar().dueAfterNanos(since, limit.allowance() - counted[i]);
    }

    /** The limit that is used up first. */
    private int binding() {
        var first = 0;
        if (goal instanceof Goal.Limited(var limits) && limits.size() > 1) {
            var firstDue = dueAt(limits.getFirst(), 0);
            for (var i = 1; i < limits.size(); i++) {
                var due = dueAt(limits.get(i), i);
                if (firstDue == null || due != null && due.isBefore(firstDue)) {
                    first = i;
                    firstDue = due;
                }
            }
        }
        return first;
    }

    /** The limit that binds; null without limits. */
    @Nullable
    Counted limit() {
        return goal instanceof Goal.Limited(var limits) ? limits.get(binding()) : null;
    }

    Duration elapsed(Instant now) {
        var i = binding();
        return Duration.ofNanos(counted[i] + (still ? 0 : calendar(i).openNanos(since, now)));
    }

    /** What remains until it is used up, never below zero; null without a limit. */
    @Nullable
    Duration left(Instant now) {
        return switch (goal) {
            case Goal.Unlimited _ -> null;
            case Goal.ByRelease by -> atLeastZero(Duration.between(now, by.dueAt()));
            case Goal.Limited(var limits) ->
                atLeastZero(Duration.ofNanos(limits.get(binding()).allowance()).minus(elapsed(now)));
        };
    }

    private Calendar calendar(int i) {
        return goal instanceof Goal.Limited(var limits) ? limits.get(i).calendar() : goal.calendar();
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    private static Duration atLeastZero(Duration left) {
        return left.isNegative() ? Duration.ZERO : left;
    }
}
