package threeline.promises.keeping;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;
import threeline.promises.sla.Allowance;
import threeline.promises.tier.Escalation;
import threeline.promises.tier.Group;
import threeline.promises.tier.Takes;
import threeline.promises.tier.Tier;

/** A ticket's way over the tiers: where it starts, its steps up and down, and the handling on each (clauses 12, 14, 15). */
final class Steps {

    private final Course course;
    private final Handovers handovers;
    private final Stays stays;
    private @Nullable String tier;
    private Duration handled = Duration.ZERO;
    private Duration extension = Duration.ZERO;

    Steps(Course course, Handovers handovers) {
        this.course = course;
        this.handovers = handovers;
        this.stays = new Stays(course, this);
    }

    Stays stays() {
        return stays;
    }

    @Nullable
    String tier() {
        return tier;
    }

    void opened(Instant at) {
        var called = calledByName();
        enter(called == null ? firstTier() : called.tier(), at);
    }

    /** The category's tier, else the lowest. */
    private @Nullable String firstTier() {
        var category = course.asked.category();
        var charter = course.rules.charter();
        var known = category == null ? null : charter.waysIn().categories().get(category);
        if (known != null && !known.tiers().isEmpty()) {
            return known.tiers().getFirst();
        }
        return charter.tiers().isEmpty() ? null : charter.tiers().getFirst().id();
    }

    private @Nullable Group calledByName() {
        var person = course.asked.person();
        return person == null
                ? null
                : course.rules.charter().groups().stream()
                        .filter(it -> it.people().contains(person) && it.serves(course.asked.organization()))
                        .filter(it -> course.rules.tier(it.tier()) instanceof Tier here && here.takes(Takes.BY_NAME))
                        .findFirst()
                        .orElse(null);
    }

    private void enter(@Nullable String entered, Instant at) {
        tier = entered;
        handled = Duration.ZERO;
        extension = Duration.ZERO;
        stays.entered(at);
        handovers.enter(entered, at);
    }

    /** The tier that an escalation from here leads to; null where there is none above. */
    @Nullable
    String above() {
        var here = course.rules.tier(tier);
        if (here == null) {
            return null;
        }
        var escalation = here.escalation();
        return escalation == null || escalation.toProject()
                ? course.rules.charter().ladder().above(here.id()).map(Tier::id).orElse(null)
                : escalation.to();
    }

    void escalate(String to, String because, Instant at) {
        if (isElsewhere(to)) {
            course.tell(new Happening.Escalated(at, tier == null ? "" : tier, to, because));
            step(to, because, at);
        }
    }

    void giveBack(String to, String because, Instant at) {
        if (isElsewhere(to)) {
            course.tell(new Happening.Returned(at, tier == null ? "" : tier, to, because));
            step(to, because, at);
        }
    }

    private boolean isElsewhere(String to) {
        return course.isUnderWay() && !to.equals(tier);
    }

    private void step(String to, String because, Instant at) {
        course.tell(new Happening.Told(at, because));
        stays.left(at);
        if (to.equals(Escalation.PROJECT)) {
            tier = to;
            handovers.renamedTier(null);
        } else {
            enter(to, at);
        }
    }

    void consulted(String asked, Instant at) {
        course.tell(new Happening.Consulted(at, asked));
        stays.consulted(asked, at);
    }

    void extend(Act.Extended act) {
        course.tell(new Happening.Extended(act.at(), act.more(), act.timebox()));
        if (act.timebox()) {
            extension = extension.plus(inHandlingTime(act.more()));
        } else {
            stays.extend(act.more(), act.at());
        }
    }

    /** Handling is counted as it is logged, so a day of it is a day of the clock. */
    private static Duration inHandlingTime(Allowance more) {
        return more.on(Calendar.ALWAYS);
    }

    /** Past the time-box escalating is proposed, once; nothing is blocked. */
    void logged(Duration spent, Instant at) {
        var here = course.rules.tier(tier);
        var timebox = here == null ? null : here.timebox();
        var before = handled;
        handled = handled.plus(spent);
        if (here != null && timebox != null) {
            var limit = timebox.plus(extension);
            if (before.compareTo(limit) <= 0 && handled.compareTo(limit) > 0) {
                course.tell(new Happening.TimeboxPassed(at, here.id()));
            }
        }
    }

    void renew(Instant at) {
        if (tier != null) {
            tier = course.rules.charter().written().renames().tiers().getOrDefault(tier, tier);
            handovers.renamedTier(tier.equals(Escalation.PROJECT) ? null : tier);
        }
        stays.renew(at);
    }
}
