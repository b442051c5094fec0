package threeline.promises.keeping;

import java.time.Instant;
import java.util.Set;
import threeline.promises.charter.Hold;
import threeline.promises.clock.Clock;
import threeline.promises.clock.Reason;

/** What a ticket waits for, one thing at a time, and which clocks stand still meanwhile (clause 5). */
final class Holds {

    private final Course course;

    Holds(Course course) {
        this.course = course;
    }

    /** A second hold takes the place of the first; one that the charter doesn't know pauses nothing. */
    void hold(String id, Instant at) {
        if (course.isUnderWay()) {
            apply(course.rules.charter().hold(id).orElseGet(() -> new Hold(id, id, Set.of(), false)), at);
            course.status = Status.HELD;
            course.tell(new Happening.Held(at, id));
        }
    }

    /** The list of a new version rules from then on; a hold that is gone from it keeps its effect until it ends. */
    void renew(Instant at) {
        var hold = course.hold;
        if (hold != null) {
            course.rules.charter().hold(hold.id()).ifPresent(it -> apply(it, at));
        }
    }

    private void apply(Hold hold, Instant at) {
        course.hold = hold;
        var why = new Reason.OnHold(hold.id());
        course.clocks.each(it -> hold.pauses().contains(it.which().metric()) ? still(it, at, why) : it.resume(at));
    }

    private static Clock still(Clock clock, Instant at, Reason.OnHold why) {
        return clock.isStillFor(why) ? clock : clock.pause(at, why);
    }

    void resume(Instant at) {
        var hold = course.hold;
        if (hold != null && course.isUnderWay()) {
            end(at);
            course.status = Status.OPEN;
            course.tell(new Happening.Resumed(at, hold.id()));
        }
    }

    /** It ends untold, with what ends it. */
    void end(Instant at) {
        if (course.hold != null) {
            course.hold = null;
            course.clocks.each(it -> it.resume(at));
        }
    }

    void contacted(Instant at) {
        var hold = course.hold;
        if (hold != null && hold.endsOnContact()) {
            resume(at);
        }
    }
}
