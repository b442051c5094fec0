package threeline.promises.keeping;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The charter's versions taking effect one after the other. */
final class Versions implements Ahead {

    private final Course course;
    private final Consumer<Instant> renew;

    Versions(Course course, Consumer<Instant> renew) {
        this.course = course;
        this.renew = renew;
    }

    /** A ticket starts under the version that was in force before its instant; one that starts then comes after. */
    void opened(Instant at) {
        while (nextAt() instanceof Instant next && next.isBefore(at)) {
            course.version++;
        }
        course.rules = course.inForce().under(course.terms);
    }

    @Override
    public @Nullable Instant nextAt() {
        var next = course.version + 1;
        return next < course.versions.size() ? course.versions.get(next).inForceAt() : null;
    }

    @Override
    public Turn.Cause cause() {
        return Turn.Cause.VERSION;
    }

    @Override
    public void happen(Instant at) {
        course.version++;
        course.tell(new Happening.InForce(at, course.inForce().name()));
        renew.accept(at);
    }
}
