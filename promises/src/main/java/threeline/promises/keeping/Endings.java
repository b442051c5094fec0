package threeline.promises.keeping;

import java.time.Instant;

/** Resolving, reopening and closing (clause 7). */
final class Endings {

    private final Course course;
    private final Parts parts;

    Endings(Parts parts) {
        this.course = parts.course;
        this.parts = parts;
    }

    void resolve(Act.Resolved act) {
        if (course.isUnderWay()) {
            over(Status.RESOLVED, new Happening.Resolved(act.at(), act.as()));
            if (act.as() == Act.Resolved.As.PERSON) {
                parts.answers.resolved(act.at());
            }
            end(act.at());
        }
    }

    void merge(Act.Merged act) {
        if (course.status != Status.CLOSED) {
            over(Status.CLOSED, new Happening.Merged(act.at(), act.into()));
            end(act.at());
        }
    }

    void close(Instant at) {
        if (course.status != Status.CLOSED) {
            over(Status.CLOSED, new Happening.Closed(at));
            end(at);
        }
    }

    private void over(Status status, Happening happening) {
        parts.holds.end(happening.at());
        course.status = status;
        course.resolvedAt = happening.at();
        course.tell(happening);
    }

    /** What was not met is neither met nor breached; verdicts already reached stay. */
    private void end(Instant at) {
        course.clocks.each(it -> course.clocks.end(it, at));
        parts.handovers.lookAhead(at);
        parts.closings.renew(at);
    }

    void reopen(Instant at) {
        if (course.status == Status.RESOLVED) {
            course.status = Status.OPEN;
            course.resolvedAt = null;
            course.tell(new Happening.Reopened(at));
            parts.rises.ruledSince(at);
            parts.answers.reopened(at);
            parts.steps.stays().reopened(at);
            parts.handovers.reopened(at);
            parts.closings.renew(at);
        }
    }
}
