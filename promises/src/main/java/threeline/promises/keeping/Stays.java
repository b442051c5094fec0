package threeline.promises.keeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Clock;
import threeline.promises.clock.Goal;
import threeline.promises.clock.Which;
import threeline.promises.sla.Allowance;
import threeline.promises.sla.Metric;
import threeline.promises.tier.Then;

/** How long a ticket stays on its tier, and what happens at the limit (clause 14). */
final class Stays implements Ahead {

    private final Course course;
    private final Steps steps;
    private final List<Allowance> extensions = new ArrayList<>(0);
    private int entries;
    private boolean extendedAfterBreach;
    private boolean limitTold;

    Stays(Course course, Steps steps) {
        this.course = course;
        this.steps = steps;
    }

    void entered(Instant at) {
        extensions.clear();
        extendedAfterBreach = false;
        limitTold = false;
        course.clocks.add(under(course.start(Which.promise(Metric.STAY, ++entries), at), at));
    }

    /** Leaving in time keeps the limit. */
    void left(Instant at) {
        course.clocks.each(Metric.STAY, it -> course.clocks.meet(it, at));
        course.clocks.putAside(Metric.STAY);
    }

    void renew(Instant at) {
        course.clocks.each(Metric.STAY, it -> it.isOver() || it.isBreached() ? it : under(it, at));
    }

    /** A tier without a limit is stayed on in silence. */
    private Clock under(Clock clock, Instant at) {
        var goal = goal();
        if (goal != null) {
            return clock.under(goal, course.rules.version(), at);
        }
        return clock.goal() instanceof Goal.Limited last
                ? clock.under(new Goal.Unlimited(last.target(), last.calendar(), last.metBy()), clock.version(), at)
                : clock;
    }

    private Goal.@Nullable Limited goal() {
        var goal = course.rules.stay(steps.tier());
        if (goal != null && extendedAfterBreach) {
            goal = goal.allowing(extensions.getFirst());
        }
        for (var more : extendedAfterBreach ? extensions.subList(1, extensions.size()) : extensions) {
            goal = goal == null ? null : goal.extendedBy(more);
        }
        return goal;
    }

    /** A recorded judgement to stay longer; after a breach it starts a new stay of that length. */
    void extend(Allowance more, Instant at) {
        if (!course.isUnderWay()) {
            return; // nothing is stayed on while it is resolved, and nothing of it may be remembered
        }
        if (isBreached()) {
            again(at);
            extendedAfterBreach = true;
        }
        extensions.add(more);
        renew(at);
    }

    /** A consultation that resets starts the stay from the beginning; after a breach it starts a new one. */
    void consulted(String tier, Instant at) {
        var here = course.rules.tier(steps.tier());
        var stay = here == null ? null : here.stay();
        if (stay == null || !course.isUnderWay() || !stay.resetByConsulting().contains(tier)) {
            return;
        }
        if (isBreached()) {
            again(at);
        } else {
            course.clocks.each(Metric.STAY, it -> it.isOver() ? it : it.restart(at));
        }
    }

    private boolean isBreached() {
        var clock = course.clocks.moving(Metric.STAY, false);
        return clock != null && clock.isBreached();
    }

    private void again(Instant at) {
        course.clocks.each(Metric.STAY, it -> it.end(at));
        course.clocks.putAside(Metric.STAY);
        entered(at);
    }

    /** The tier is kept and its stay goes on. */
    void reopened(Instant at) {
        course.clocks.each(Metric.STAY, it -> it.reopen(at));
    }

    @Override
    public @Nullable Instant nextAt() {
        var clock = limitTold ? null : course.clocks.moving(Metric.STAY, false);
        return clock == null || clock.isOver() ? null : clock.breachedAt();
    }

    @Override
    public Turn.Cause cause() {
        return Turn.Cause.STAY;
    }

    @Override
    public void happen(Instant at) {
        limitTold = true;
        var here = course.rules.tier(steps.tier());
        var stay = here == null ? null : here.stay();
        var above = steps.above();
        if (stay != null && stay.then() == Then.ESCALATE && above != null) {
            steps.escalate(above, "stayed-too-long", at);
        } else {
            course.tell(new Happening.Alerted(at, Which.promise(Metric.STAY, entries)));
        }
    }
}
