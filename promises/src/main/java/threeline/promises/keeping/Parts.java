package threeline.promises.keeping;

import java.time.Instant;

/** The parts of the engine at work on one ticket, and what moves them together. */
final class Parts {

    final Course course;
    final Targets targets;
    final Answers answers;
    final Holds holds;
    final Handovers handovers;
    final Steps steps;
    final Vendors vendors;
    final Versions versions;
    final Rises rises;
    final Acceptances acceptances;
    final Closings closings;

    Parts(Course course) {
        this.course = course;
        this.targets = new Targets(course);
        this.answers = new Answers(course, targets);
        this.holds = new Holds(course);
        this.handovers = new Handovers(course);
        this.steps = new Steps(course, handovers);
        this.vendors = new Vendors(course);
        this.versions = new Versions(course, this::followVersion);
        this.rises = new Rises(course, targets);
        this.acceptances = new Acceptances(course, steps);
        this.closings = new Closings(course);
    }

    void open(Act.Opened act) {
        var at = act.at();
        versions.opened(at);
        course.openedAt = at;
        course.asked = act.asked();
        course.severity = act.severity();
        course.tell(new Happening.Opened(at, act.severity()));
        rises.ruledSince(at);
        answers.opened(at);
        steps.opened(at);
        if (act.live()) {
            answer(at);
        }
    }

    void answer(Instant at) {
        course.tell(new Happening.Answered(at));
        answers.answered(at);
    }

    void changeSeverity(String to, Instant at) {
        if (course.status != Status.CLOSED && !to.equals(course.severity)) {
            course.tell(new Happening.SeverityChanged(at, course.severity, to));
            course.severity = to;
            rises.ruledSince(at);
            targets.renewBySeverity(at);
        }
    }

    void changeTerms(Terms to, Instant at) {
        course.terms = to;
        course.rules = course.inForce().under(to);
        if (course.isOpened()) {
            rises.ruledSince(at);
            targets.renew(at);
        }
    }

    private void followVersion(Instant at) {
        var renames = course.inForce().charter().written().renames();
        course.rules = course.inForce().under(course.terms);
        course.severity = renames.severities().getOrDefault(course.severity, course.severity);
        targets.rename(renames.severities());
        var category = course.asked.category();
        if (category != null) {
            course.asked = course.asked.withCategory(renames.categories().getOrDefault(category, category));
        }
        rises.ruledSince(at);
        holds.renew(at);
        targets.renew(at);
        steps.renew(at);
        handovers.renew(at);
        closings.renew(at);
    }
}
