package threeline.promises.keeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Retraces a ticket's history: its acts in order, and between them what happens by itself. */
final class Replay {

    /** Moved releases come after the other acts of their instant. */
    private static final Comparator<Act> ORDER =
            Comparator.comparing(Act::at).thenComparing(it -> it instanceof Act.ReleaseMoved);

    private final Course course;
    private final Parts parts;
    private final Effects effects;
    private final Agenda agenda;
    private final boolean inTurns;

    /** @param inTurns whether it is remembered what brought each thing about */
    Replay(List<Version> versions, Terms terms, boolean inTurns) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no version of a charter to judge by");
        }
        this.course = new Course(versions, terms);
        this.parts = new Parts(course);
        this.effects = new Effects(parts);
        this.agenda = new Agenda(parts);
        this.inTurns = inTurns;
    }

    Replay over(List<Act> acts, Instant now) {
        var last = Instant.MIN;
        for (var act : inOrder(acts)) {
            var at = act.at();
            if (at.isAfter(now)) {
                break;
            }
            if (at.isBefore(last)) {
                throw new IllegalArgumentException("acts out of order: %s after %s".formatted(act, last));
            }
            last = at;
            advanceTo(at);
            effects.apply(act, at);
            if (!movesNothing(act)) {
                agenda.changed();
            }
            if (inTurns) {
                course.story.turn(Turn.Cause.ACT, act);
            }
        }
        if (!course.isOpened()) {
            throw new IllegalArgumentException("not opened by " + now);
        }
        advanceThrough(now);
        return this;
    }

    /** What most tickets have most of changes nothing that is ahead. */
    private static boolean movesNothing(Act act) {
        return act instanceof Act.Noted || act instanceof Act.Logged;
    }

    /** An act may come first that is told later, but only at one instant. */
    private static List<Act> inOrder(List<Act> acts) {
        for (var act : acts) {
            if (act instanceof Act.ReleaseMoved) {
                var ordered = new ArrayList<>(acts);
                ordered.sort(ORDER);
                return ordered;
            }
        }
        return acts;
    }

    /** Up to an instant, not at it: acts come before what happens by itself. */
    private void advanceTo(Instant instant) {
        if (course.isOpened()) {
            for (var next = agenda.nextAt(); next != null && next.isBefore(instant); next = agenda.nextAt()) {
                happen();
            }
        }
    }

    private void advanceThrough(Instant instant) {
        for (var next = agenda.nextAt(); next != null && !next.isAfter(instant); next = agenda.nextAt()) {
            happen();
        }
    }

    private void happen() {
        var cause = agenda.happen();
        if (inTurns) {
            course.story.turn(cause, null);
        }
    }

    Standing standing(Instant now) {
        var promises = course.clocks.promised().stream()
                .map(it -> new Promise(it, now))
                .toList();
        return new Standing(promises, course.story.told(), situation(), agenda.nextAt());
    }

    List<Turn> turns() {
        return course.story.turns();
    }

    private Situation situation() {
        var hold = course.hold;
        return new Situation(
                course.status,
                course.severity,
                hold == null ? null : hold.id(),
                parts.steps.tier(),
                parts.handovers.group(),
                course.inForce().name());
    }
}
