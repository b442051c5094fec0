package threeline.promises.keeping;

import java.time.Instant;
import threeline.promises.clock.Which;
import threeline.promises.sla.Metric;

/** Response, next response and resolution: what starts them, lets them stand still, meets and ends them. */
final class Answers {

    private final Course course;
    private final Targets targets;
    private boolean answered;
    private int contacts;

    Answers(Course course, Targets targets) {
        this.course = course;
        this.targets = targets;
    }

    void opened(Instant at) {
        start(Metric.RESPONSE, 1, at);
        start(Metric.RESOLUTION, 1, at);
    }

    /** Promise and aim; where nothing is promised they count in silence. */
    private void start(Metric metric, int nth, Instant at) {
        start(Which.promise(metric, nth), at);
        if (course.hasAims) {
            start(Which.aim(metric, nth), at);
        }
    }

    private void start(Which which, Instant at) {
        course.clocks.add(targets.under(course.start(which, at), at));
    }

    /** After a first answer, a contact that none waits for yet starts the next response. */
    void contacted(Instant at) {
        course.clocks.putAside(Metric.NEXT_RESPONSE);
        if (answered && course.clocks.moving(Metric.NEXT_RESPONSE, false) == null) {
            start(Metric.NEXT_RESPONSE, ++contacts, at);
        }
    }

    void answered(Instant at) {
        answered = true;
        meetByAnswer(Metric.RESPONSE, at);
        meetByAnswer(Metric.NEXT_RESPONSE, at);
    }

    private void meetByAnswer(Metric metric, Instant at) {
        course.clocks.each(metric, it -> Targets.isMetByNature(it) ? course.clocks.meet(it, at) : it);
    }

    /** Resolving by a person tells the requester, whatever a target lists. */
    void resolved(Instant at) {
        answered = true;
        for (var metric : new Metric[] {Metric.RESPONSE, Metric.NEXT_RESPONSE, Metric.RESOLUTION}) {
            course.clocks.each(metric, it -> course.clocks.meet(it, at));
        }
    }

    /** A resolution that was met runs on; one that was breached or ended stays as it is. */
    void reopened(Instant at) {
        targets.forgetWhatWasDone();
        course.clocks.each(Metric.RESOLUTION, it -> it.isMet() ? targets.afterReopening(it.reopen(at), at) : it);
    }
}
