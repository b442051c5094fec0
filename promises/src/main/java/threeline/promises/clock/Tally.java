package threeline.promises.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;

/**
 * How much of a goal is used up: for each of its limits what was counted up to an instant, and whether it counts on from
 * there.
 */
final class Tally {

    private final Goal goal;
    private final Instant since;
    private final @Nullable Instant stillSince;
    private final long[] counted;

    private Tally(Goal goal, Instant since, @Nullable Instant stillSince, long[] counted) {
        this.goal = goal;
        this.since = since;
        this.stillSince = stillSince;
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
        var pause = run.pause();
        return new Tally(goal, at, pause == null || goal instanceof Goal.ByRelease ? null : pause.from(), counted);
    }

    /** Under another goal: what is counted already stands where that counts on the same calendars. */
    Tally under(Goal other, Run run, Instant at) {
        return countsAs(other) ? new Tally(other, at, stillSince, countedBy(at)) : of(other, run, at);
    }

    private boolean countsAs(Goal other) {
        return switch (other) {
            case Goal.ByRelease _ -> false;
            case Goal.Unlimited it ->
                !(goal instanceof Goal.ByRelease) && counted.length == 1 && calendar(0) == it.calendar();
            case Goal.Limited(var limits) -> !(goal instanceof Goal.ByRelease) && countsOn(limits);
        };
    }

    private boolean countsOn(List<Counted> limits) {
        for (var i = 0; i < counted.length; i++) {
            if (limits.size() != counted.length || limits.get(i).calendar() != calendar(i)) {
                return false;
            }
        }
        return true;
    }

    Goal goal() {
        return goal;
    }

    boolean isStill() {
        return stillSince != null;
    }

    /** The same, counted up to a later instant, from which on it stands still or goes on. */
    Tally at(Instant at, boolean standsStill) {
        return new Tally(goal, at, standsStill && !(goal instanceof Goal.ByRelease) ? at : null, countedBy(at));
    }

    private long[] countedBy(Instant at) {
        if (isStill()) {
            return counted;
        }
        var more = counted.clone();
        for (var i = 0; i < more.length; i++) {
            more[i] += calendar(i).openNanos(since, at);
        }
        return more;
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
        if (next.after() > used && isStill()) {
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
            case Goal.Limited(var limits) -> {
                var i = binding();
                yield dueAt(limits.get(i), i, since);
            }
        };
    }

    private @Nullable Instant dueAt(Counted limit, int i, Instant from) {
        return limit.calendar().dueAfterNanos(from, limit.allowance() - counted[i]);
    }

    /** The limit that is used up first, had it not come to stand still. */
    private int binding() {
        var first = 0;
        if (goal instanceof Goal.Limited(var limits) && limits.size() > 1) {
            var from = stillSince == null ? since : stillSince;
            var firstDue = dueAt(limits.getFirst(), 0, from);
            for (var i = 1; i < limits.size(); i++) {
                var due = dueAt(limits.get(i), i, from);
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
        return Duration.ofNanos(counted[i] + (isStill() ? 0 : calendar(i).openNanos(since, now)));
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
