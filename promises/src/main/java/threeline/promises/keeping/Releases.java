package threeline.promises.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Goal;
import threeline.promises.sla.Target;

/** The dates of releases as they are known: those of the charter, as far as they weren't moved since. */
final class Releases {

    private final Course course;
    private final List<Act.ReleaseMoved> moves = new ArrayList<>(0);

    Releases(Course course) {
        this.course = course;
    }

    void move(Act.ReleaseMoved move) {
        moves.add(move);
    }

    /** The goal of a promise that got this target on a date; null where no release is ahead of it. */
    Goal.@Nullable ByRelease goal(Target.NextRelease target, String severity, LocalDate gotOn) {
        return dates().stream()
                .filter(it -> it.isAfter(gotOn))
                .min(LocalDate::compareTo)
                .map(it -> goal(target, severity, gotOn, it))
                .orElse(null);
    }

    /** The same goal with its release moved. */
    Goal.ByRelease moved(Goal.ByRelease goal, LocalDate to) {
        return goal(goal.target(), goal.severity(), goal.gotOn(), to);
    }

    private Goal.ByRelease goal(Target.NextRelease target, String severity, LocalDate gotOn, LocalDate release) {
        var endOfDay =
                release.plusDays(1).atStartOfDay(course.rules.charter().zone()).toInstant();
        return new Goal.ByRelease(target, severity, gotOn, release, endOfDay);
    }

    LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, course.rules.charter().zone());
    }

    private List<LocalDate> dates() {
        var dates = new ArrayList<>(course.rules.charter().offers().releases());
        for (var move : moves) {
            if (isSinceVersion(move)) {
                dates.replaceAll(it -> it.equals(move.from()) ? move.to() : it);
            }
        }
        return dates;
    }

    /** A version's own dates overrule what was moved before it. */
    private boolean isSinceVersion(Act.ReleaseMoved move) {
        return course.version == 0 || move.at().isAfter(course.inForce().inForceAt());
    }
}
