package threeline.promises.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;
import threeline.promises.clock.Clock;
import threeline.promises.clock.Goal;
import threeline.promises.clock.Which;
import threeline.promises.sla.MetBy;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

/** Puts clocks under the targets of the severity, terms and version that rule (clauses 6 and 9). */
final class Targets {

    private static final Set<Metric> BY_SEVERITY = EnumSet.of(Metric.RESPONSE, Metric.NEXT_RESPONSE, Metric.RESOLUTION);

    private final Course course;
    private final Releases releases;
    private final Set<String> done = new HashSet<>();
    private final Map<Which, String> kept = new HashMap<>(0);

    Targets(Course course) {
        this.course = course;
        this.releases = new Releases(course);
    }

    /** A clock as it is under the rules of this instant; what is met or breached keeps its verdict. */
    Clock under(Clock clock, Instant at) {
        if (!isRunning(clock)) {
            return clock;
        }
        var goal = goal(clock, at);
        return goal == null ? clock : metByDone(clock.under(goal, course.rules.version(), at), at);
    }

    /** Set by severity and without a verdict yet. */
    static boolean isRunning(Clock clock) {
        return BY_SEVERITY.contains(clock.which().metric()) && !clock.isOver() && !clock.isBreached();
    }

    /** Through a rise, running promises keep the targets that another severity set. */
    void keep(String severity) {
        course.clocks.each(clock -> {
            kept.putIfAbsent(clock.which(), severity);
            return clock;
        });
    }

    /** Or they start anew under the risen severity, at the rise. */
    void startAnew(Instant at) {
        kept.clear();
        course.clocks.each(it -> isRunning(it) ? under(it.restart(at), at) : it);
    }

    /** Whatever was kept, the severity rules that the ticket has now. */
    void renewBySeverity(Instant at) {
        kept.clear();
        renew(at);
    }

    void rename(Map<String, String> severities) {
        kept.replaceAll((_, severity) -> severities.getOrDefault(severity, severity));
    }

    /** All clocks as they are under the rules of this instant; what is due at another one is told. */
    void renew(Instant at) {
        course.clocks.each(clock -> toldIfMoved(clock, under(clock, at), at));
    }

    private Clock toldIfMoved(Clock before, Clock after, Instant at) {
        if (before.isPromised() && !after.isOver() && !Objects.equals(before.dueAt(), after.dueAt())) {
            course.tell(new Happening.DueMoved(at, after.which(), before.dueAt(), after.dueAt()));
        }
        return after;
    }

    /** A reopened resolution follows the rules of the reopening. */
    Clock afterReopening(Clock clock, Instant at) {
        kept.remove(clock.which());
        return under(clock, at);
    }

    private @Nullable Goal goal(Clock clock, Instant at) {
        var metric = clock.which().metric();
        var pledges = pledges(clock);
        return switch (pledges.target(metric)) {
            case null -> withoutTarget(clock.goal());
            case Target.Within _, Target.Measured _ -> pledges.ready(metric);
            case Target.NextRelease target -> byRelease(target, clock, at);
        };
    }

    private Pledges pledges(Clock clock) {
        return course.rules.pledges(severity(clock), clock.which().aim());
    }

    private String severity(Clock clock) {
        return kept.isEmpty() ? course.severity : kept.getOrDefault(clock.which(), course.severity);
    }

    /** Measured on by the last target's calendar; an answer or resolving meets it. */
    private static @Nullable Goal withoutTarget(@Nullable Goal last) {
        return switch (last) {
            case null -> null;
            case Goal.Limited it -> new Goal.Unlimited(it.target(), it.calendar(), MetBy.NATURE);
            case Goal.ByRelease it -> new Goal.Unlimited(it.target(), Calendar.ALWAYS, MetBy.NATURE);
            case Goal.Unlimited it -> new Goal.Unlimited(it.target(), it.calendar(), MetBy.NATURE);
        };
    }

    /** Where no release is ahead there is nothing to be due at, so it is only counted. */
    private Goal byRelease(Target.NextRelease target, Clock clock, Instant at) {
        var severity = severity(clock);
        var gotOn = clock.goal() instanceof Goal.ByRelease it && it.severity().equals(severity)
                ? it.gotOn()
                : releases.today(at);
        var goal = releases.goal(target, severity, gotOn);
        return goal == null ? new Goal.Unlimited(target, Calendar.ALWAYS, target.metBy()) : goal;
    }

    /** A moved release takes its promises along, earlier too. */
    void move(Act.ReleaseMoved move) {
        releases.move(move);
        if (course.clocks.any(it -> hangsOn(it, move.from()))) {
            course.tell(new Happening.ReleaseMoved(move.at(), move.from(), move.to()));
            course.clocks.each(it -> hangsOn(it, move.from()) ? moved(it, move) : it);
        }
    }

    private static boolean hangsOn(Clock clock, LocalDate release) {
        return isRunning(clock)
                && clock.goal() instanceof Goal.ByRelease goal
                && goal.release().equals(release);
    }

    private Clock moved(Clock clock, Act.ReleaseMoved move) {
        return clock.goal() instanceof Goal.ByRelease goal
                ? toldIfMoved(
                        clock, clock.under(releases.moved(goal, move.to()), clock.version(), move.at()), move.at())
                : clock;
    }

    /** An act that targets may list. */
    void did(String what, Instant at) {
        done.add(what);
        course.clocks.each(clock -> metByDone(clock, at));
    }

    private Clock metByDone(Clock clock, Instant at) {
        var goal = clock.goal();
        return !done.isEmpty() && goal != null && goal.metBy().isMetBy(done) ? course.clocks.meet(clock, at) : clock;
    }

    /** Acts count from the last reopening. */
    void forgetWhatWasDone() {
        done.clear();
    }

    /** Whether an answer or resolving meets it, and nothing else. */
    static boolean isMetByNature(Clock clock) {
        var goal = clock.goal();
        return goal == null || goal.metBy().ways().isEmpty();
    }
}
