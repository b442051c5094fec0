package threeline.promises.keeping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Which;
import threeline.promises.sla.Metric;
import threeline.promises.tier.Then;

/** What happens when nobody accepts a handover in time. */
final class Acceptances implements Ahead {

    private final Course course;
    private final Steps steps;
    private @Nullable Which told;

    Acceptances(Course course, Steps steps) {
        this.course = course;
        this.steps = steps;
    }

    @Override
    public @Nullable Instant nextAt() {
        var clock = course.clocks.moving(Metric.HANDOVER, false);
        return clock == null || clock.isOver() || clock.which().equals(told) ? null : clock.breachedAt();
    }

    @Override
    public Turn.Cause cause() {
        return Turn.Cause.ACCEPTANCE;
    }

    @Override
    public void happen(Instant at) {
        var clock = course.clocks.moving(Metric.HANDOVER, false);
        if (clock == null) {
            throw new IllegalStateException("no handover to be accepted at " + at);
        }
        told = clock.which();
        var here = course.rules.tier(steps.tier());
        var acceptance = here == null ? null : here.acceptance();
        var above = steps.above();
        if (acceptance != null && acceptance.then() == Then.ESCALATE && above != null) {
            steps.escalate(above, "by-judgement", at);
        } else {
            course.tell(new Happening.Alerted(at, clock.which()));
        }
    }
}
