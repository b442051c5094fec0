package threeline.promises.keeping;

import java.time.Instant;
import threeline.promises.clock.Which;
import threeline.promises.sla.Metric;

/** What the makers of what fails owe the desk: counted from the asking to their answer. */
final class Vendors {

    private final Course course;
    private int asked;

    Vendors(Course course) {
        this.course = course;
    }

    void ask(String vendor, Instant at) {
        if (!course.isUnderWay()) {
            return;
        }
        var goal = course.rules.vendor(vendor);
        var clock = course.start(Which.promise(Metric.VENDOR, ++asked), at);
        course.clocks.add(goal == null ? clock : clock.under(goal, course.rules.version(), at));
    }

    void replied(Instant at) {
        course.clocks.each(Metric.VENDOR, it -> course.clocks.meet(it, at));
        course.clocks.putAside(Metric.VENDOR);
    }
}
