package threeline.promises.keeping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is resolved closes after a while, where the charter says so (clause 7). */
final class Closings implements Ahead {

    private final Course course;
    private @Nullable Instant closesAt;

    Closings(Course course) {
        this.course = course;
    }

    /** Looks again at when, after a resolution, a reopening, or a new version. */
    void renew(Instant at) {
        var limit = course.rules.charter().practice().closeAfter();
        var resolvedAt = course.resolvedAt;
        if (limit == null || resolvedAt == null || course.status != Status.RESOLVED) {
            closesAt = null;
        } else {
            var calendar = course.rules.charter().calendar(limit.calendar());
            var due = calendar.dueAt(resolvedAt, limit.allowance().on(calendar));
            closesAt = due == null || due.isAfter(at) ? due : at;
        }
    }

    @Override
    public @Nullable Instant nextAt() {
        return closesAt;
    }

    @Override
    public Turn.Cause cause() {
        return Turn.Cause.CLOSING;
    }

    @Override
    public void happen(Instant at) {
        course.status = Status.CLOSED;
        closesAt = null;
        course.tell(new Happening.Closed(at));
    }
}
