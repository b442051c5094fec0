package threeline.promises.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One promise being kept for one ticket. A clock never changes; what happens gives the next one.
 *
 * <p>A clock without a goal counts along in silence, for a severity may come that has one. Times are told in order:
 * each method takes an instant not before that of the last.
 */
public final class Clock {

    private final Which which;
    private final Run run;
    private final @Nullable Tally tally;
    private final Passed passed;
    private final String version;
    private @Nullable Mark next;
    private boolean nextIsKnown;

    private Clock(Which which, Run run, @Nullable Tally tally, Passed passed, String version) {
        this.which = which;
        this.run = run;
        this.tally = tally;
        this.passed = passed;
        this.version = version;
    }

    public static Clock start(Which which, Instant at) {
        return new Clock(which, Run.from(at), null, Passed.NOTHING, "");
    }

    /** Under a goal, counted from the start; what that finds used up is passed at this instant. */
    public Clock under(Goal goal, String version, Instant at) {
        var counted = tally == null ? Tally.of(goal, run, at) : tally.under(goal, run, at);
        return new Clock(which, run, counted, passed, version);
    }

    public Clock pause(Instant at, Reason.Still why) {
        return isOver() ? this : going(run.pausedAt(at, why), at);
    }

    public Clock resume(Instant at) {
        return isOver() || !run.isPaused() ? this : going(run.resumedAt(at), at);
    }

    private Clock going(Run next, Instant at) {
        return new Clock(which, next, tally == null ? null : tally.at(at, next.isPaused()), passed, version);
    }

    /** Kept at this instant; after a breach, answered too late. */
    public Clock meet(Instant at) {
        return isOver() ? this : over(at, true);
    }

    /** Over at this instant, whatever it might have become. */
    public Clock end(Instant at) {
        return isOver() ? this : over(at, false);
    }

    private Clock over(Instant at, boolean met) {
        return new Clock(
                which, run, tally == null ? null : tally.at(at, run.isPaused()), passed.over(at, met), version);
    }

    /** Running again with what had elapsed; the time since it was over does not count. A breach is kept. */
    public Clock reopen(Instant at) {
        var overAt = passed.overAt();
        if (overAt == null) {
            return this;
        }
        var again = run.pausedAt(overAt, new Reason.Resolved()).resumedAt(at);
        var counted = tally == null ? null : tally.at(overAt, true).at(at, false);
        return new Clock(which, again, counted, passed.reopened(), version);
    }

    /** Counted from this instant, what had elapsed forgotten; told warnings stay told. */
    public Clock restart(Instant at) {
        var still = run.pause();
        var anew = still == null ? Run.from(at) : Run.from(at).pausedAt(at, still.why());
        return new Clock(which, anew, tally == null ? null : Tally.of(tally.goal(), anew, at), passed, version);
    }

    /** After it has reached its {@link #next()} mark. */
    public Clock pass(Mark mark) {
        return new Clock(which, run, tally, passed.and(mark), version);
    }

    /** What it reaches next by itself; null when nothing. */
    public @Nullable Mark next() {
        if (!nextIsKnown) {
            next = tally == null || isOver() || isBreached()
                    ? null
                    : tally.next(passed.warned(), passed.lateAt() != null);
            nextIsKnown = true;
        }
        return next;
    }

    public Which which() {
        return which;
    }

    /** Null where nothing is promised. */
    public @Nullable Goal goal() {
        return tally == null ? null : tally.goal();
    }

    /** The version of the charter by which it is judged. */
    public String version() {
        return version;
    }

    public boolean isPromised() {
        return tally != null;
    }

    public boolean isBreached() {
        return passed.breachedAt() != null;
    }

    /** Whether it has stopped counting: met, answered after a breach, or ended. */
    public boolean isOver() {
        return passed.overAt() != null;
    }

    public boolean isMet() {
        return isOver() && passed.met() && !isBreached();
    }

    /** Whether it stands still for just this reason. */
    public boolean isStillFor(Reason.Still why) {
        var pause = run.pause();
        return pause != null && pause.why().equals(why);
    }

    public State state() {
        if (isBreached()) {
            return State.BREACHED;
        }
        if (isOver()) {
            return passed.met() ? State.MET : State.ENDED;
        }
        return tally != null && tally.isStill() ? State.PAUSED : State.RUNNING;
    }

    public Instant startedAt() {
        return run.start();
    }

    public @Nullable Instant lateAt() {
        return passed.lateAt();
    }

    public @Nullable Instant breachedAt() {
        return passed.breachedAt();
    }

    public @Nullable Instant overAt() {
        return passed.overAt();
    }

    /** When it is or was due; null while it stands still, and where there is no limit. */
    public @Nullable Instant dueAt() {
        if (isBreached()) {
            return passed.breachedAt();
        }
        return tally == null || tally.isStill() ? null : tally.dueAt();
    }

    /** The open time used up by {@code now}, or by when it was over. */
    public Duration elapsed(Instant now) {
        return tally == null ? Duration.ZERO : tally.elapsed(until(now));
    }

    /** What remains, zero after a breach; null without a limit. */
    public @Nullable Duration left(Instant now) {
        if (isBreached()) {
            return Duration.ZERO;
        }
        return tally == null ? null : tally.left(until(now));
    }

    private Instant until(Instant now) {
        var overAt = passed.overAt();
        return overAt == null ? now : overAt;
    }

    /** The limit that binds; null without limits. */
    public @Nullable Counted limit() {
        return tally == null ? null : tally.limit();
    }

    /** How its due instant, or what has elapsed by {@code now}, came about. */
    public Explanation explanation(Instant now) {
        return Explaining.of(this, run, now);
    }
}
