package threeline.promises.keeping;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Rise;
import threeline.promises.clock.Clock;
import threeline.promises.sla.Metric;

/** Severities that go up by themselves, each once a ticket. */
final class Rises implements Ahead {

    private final Course course;
    private final Targets targets;
    private final Set<String> risenFrom = new HashSet<>(2);
    private @Nullable Rise rise;
    private Instant since = Instant.MIN;

    Rises(Course course, Targets targets) {
        this.course = course;
        this.targets = targets;
    }

    /** From when on the rules of this severity hold: nothing rises before. */
    void ruledSince(Instant at) {
        since = at;
        var severity = course.rules.severity(course.severity);
        rise = severity == null || risenFrom.contains(course.severity) ? null : severity.rise();
    }

    @Override
    public @Nullable Instant nextAt() {
        var ahead = rise;
        var at = ahead == null || !course.isUnderWay() ? null : reachedAt(ahead.when());
        return at == null || at.isAfter(since) ? at : since;
    }

    private @Nullable Instant reachedAt(Rise.When when) {
        return switch (when) {
            case Rise.AtLimit _ -> watched() instanceof Clock it ? it.breachedAt() : null;
            case Rise.AtExpected _ -> watched() instanceof Clock it ? it.lateAt() : null;
            case Rise.After(var age) -> {
                var calendar = course.rules.calendars().get(age.calendar());
                var openedAt = course.openedAt;
                yield openedAt == null
                        ? null
                        : calendar.dueAt(openedAt, age.allowance().on(calendar));
            }
        };
    }

    /** The resolution, or the response where no resolution is promised. */
    private @Nullable Clock watched() {
        var promised = course.rules.pledges(course.severity, false).target(Metric.RESOLUTION) != null;
        return course.clocks.moving(promised ? Metric.RESOLUTION : Metric.RESPONSE, false);
    }

    @Override
    public Turn.Cause cause() {
        return Turn.Cause.RISE;
    }

    @Override
    public void happen(Instant at) {
        var risen = Objects.requireNonNull(rise, "nothing rises");
        var from = course.severity;
        risenFrom.add(from);
        course.tell(new Happening.Rose(at, from, risen.to()));
        course.severity = risen.to();
        ruledSince(at);
        if (risen.newTargets()) {
            targets.startAnew(at);
        } else {
            targets.keep(from);
        }
    }
}
