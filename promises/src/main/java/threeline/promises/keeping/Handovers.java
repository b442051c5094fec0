package threeline.promises.keeping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;
import threeline.promises.clock.Which;
import threeline.promises.sla.Metric;
import threeline.promises.tier.Group;
import threeline.promises.tier.Wanted;

/** Which group holds a ticket, and its passing on at the seams of their watches (clauses 12 and 13). */
final class Handovers implements Ahead {

    private final Course course;
    private @Nullable String tier;
    private @Nullable Group group;
    private Calendar cover = Calendar.ALWAYS; // the group's
    private boolean assigned;
    private boolean onWatch;
    private @Nullable Instant seamAt;
    private int handovers;

    Handovers(Course course) {
        this.course = course;
    }

    @Nullable
    String group() {
        return group == null ? null : group.id();
    }

    /** On entering a tier: to the group that clause 12 gives. */
    void enter(@Nullable String entered, Instant at) {
        tier = entered;
        route(at);
    }

    private void route(Instant at) {
        var wanted = wanted();
        if (wanted != null) {
            course.rules.watch().groupFor(wanted, at).ifPresent(it -> give(it, at));
        }
    }

    /** By a person, to whomever of the tier may see it, on watch or not. */
    void assign(String id, Instant at) {
        var to = course.rules.charter().ladder().group(id).orElse(null);
        if (to != null && to.tier().equals(tier) && to.serves(course.asked.organization())) {
            give(to, at);
            assigned = true;
            lookAhead(at);
        }
    }

    private void give(Group to, Instant at) {
        if (!to.id().equals(group())) {
            course.tell(new Happening.Assigned(at, to.id()));
            leave(at);
        }
        hold(to, at);
    }

    private void hold(Group to, Instant at) {
        group = to;
        cover = course.rules.watch().cover(to);
        assigned = false;
        lookAhead(at);
    }

    /** Its own seam for the group on watch, the tier's next for one that waits to be relieved. */
    void lookAhead(Instant at) {
        if (group == null || tier == null || !course.isUnderWay()) {
            seamAt = null;
        } else {
            onWatch = cover.isOpen(at);
            seamAt = assigned || onWatch
                    ? cover.seamAfter(at)
                    : course.rules.watch().seamAfter(tier, at);
        }
    }

    /** The same group is there again, or whoever is now. */
    void reopened(Instant at) {
        if (isOnWatch(at)) {
            lookAhead(at);
        } else {
            route(at);
        }
    }

    /** A version that takes a group off watch ends its cover. */
    void renew(Instant at) {
        var wasOnWatch = onWatch;
        var renamed = group == null ? null : currentName(group.id());
        group = renamed == null
                ? null
                : course.rules.charter().ladder().group(renamed).orElse(null);
        cover = group == null ? Calendar.ALWAYS : course.rules.watch().cover(group);
        lookAhead(at);
        if (wasOnWatch && course.isUnderWay() && !isOnWatch(at)) {
            seamAt = at;
        }
    }

    void renamedTier(@Nullable String id) {
        tier = id;
    }

    private String currentName(String id) {
        return course.rules.charter().written().renames().groups().getOrDefault(id, id);
    }

    boolean isOnWatch(Instant at) {
        return group != null && cover.isOpen(at);
    }

    @Override
    public @Nullable Instant nextAt() {
        return seamAt;
    }

    @Override
    public Turn.Cause cause() {
        return Turn.Cause.HANDOVER;
    }

    @Override
    public void happen(Instant at) {
        assigned = false;
        var wanted = wanted();
        var next = wanted == null || isOnWatch(at)
                ? null
                : course.rules.watch().groupOnWatch(wanted, at).orElse(null);
        if (next != null && !next.id().equals(group())) {
            handOver(next, at);
        } else {
            lookAhead(at);
        }
    }

    private void handOver(Group to, Instant at) {
        var from = group();
        leave(at);
        course.tell(new Happening.HandedOver(at, from == null ? "" : from, to.id()));
        hold(to, at);
        var here = course.rules.tier(tier);
        var acceptance = here == null ? null : here.acceptance();
        if (acceptance != null) {
            var clock = course.start(Which.promise(Metric.HANDOVER, ++handovers), at);
            var goal = course.rules.acceptance(acceptance, to.covers());
            course.clocks.add(clock.under(goal, course.rules.version(), at));
        }
    }

    /** The receiver takes it, by saying so or by a reply. */
    void accept(Instant at) {
        if (group != null && isAwaited()) {
            course.tell(new Happening.Accepted(at, group.id()));
            course.clocks.each(Metric.HANDOVER, it -> course.clocks.meet(it, at));
            course.clocks.putAside(Metric.HANDOVER);
        }
    }

    void replied(@Nullable String by, Instant at) {
        if (by == null || by.equals(group())) {
            accept(at);
        }
    }

    private boolean isAwaited() {
        var clock = course.clocks.moving(Metric.HANDOVER, false);
        return clock != null && !clock.isOver();
    }

    private void leave(Instant at) {
        course.clocks.each(Metric.HANDOVER, it -> course.clocks.end(it, at));
        course.clocks.putAside(Metric.HANDOVER);
    }

    private @Nullable Wanted wanted() {
        if (tier == null) {
            return null;
        }
        var asked = course.asked;
        return new Wanted(tier, asked.language(), asked.about(), course.severity, asked.organization());
    }
}
