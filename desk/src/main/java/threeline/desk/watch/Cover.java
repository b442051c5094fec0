package threeline.desk.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Hours;
import threeline.promises.calendar.Interval;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** When groups are there, and when nobody is though the charter promises somebody. */
public final class Cover {

    private Cover() {}

    /** The stretches of an interval in which the group of this name is on watch, whichever version says so. */
    public static List<Interval> of(String group, Reigns reigns, Interval within) {
        return joined(reigns.in(within).stream()
                .flatMap(reign -> reign.charter().ladder().group(group).stream()
                        .flatMap(it -> of(it, reign.charter(), reign.within()).stream()))
                .toList());
    }

    /** The same of the stretches in which the tier's promised cover is kept by nobody. */
    public static List<Interval> gaps(String tier, Reigns reigns, Interval within) {
        return joined(reigns.in(within).stream()
                .flatMap(reign -> reign.charter().ladder().tier(tier).stream()
                        .flatMap(it -> gaps(it, reign.charter(), reign.within()).stream()))
                .toList());
    }

    private static List<Interval> joined(List<Interval> stretches) {
        var joined = new ArrayList<Interval>();
        for (var it : stretches) {
            if (!joined.isEmpty() && joined.getLast().end().equals(it.start())) {
                joined.set(joined.size() - 1, new Interval(joined.getLast().start(), it.end()));
            } else {
                joined.add(it);
            }
        }
        return joined;
    }

    /** The stretches of an interval in which the group is on watch. */
    public static List<Interval> of(Group group, Charter charter, Interval within) {
        return open(charter.watch().cover(group), within);
    }

    /** The stretches in which the tier's promised cover is kept by none of its groups. */
    public static List<Interval> gaps(Tier tier, Charter charter, Interval within) {
        var promised = tier.cover();
        if (promised == null) {
            return List.of();
        }
        var covers = charter.ladder().on(tier.id()).stream().map(Cover::hours).toList();
        Hours wanted = new Hours.Named(promised);
        var missing = covers.isEmpty() ? wanted : new Hours.All(List.of(wanted, new Hours.Not(new Hours.Any(covers))));
        return open(charter.calendars().get(missing), within);
    }

    private static Hours hours(Group group) {
        return group.covers() == null ? new Hours.Always() : new Hours.Named(group.covers());
    }

    private static List<Interval> open(Calendar calendar, Interval within) {
        var open = new ArrayList<Interval>();
        var opens = calendar.opensAt(within.start());
        while (opens != null && opens.isBefore(within.end())) {
            var closes = calendar.closesAt(opens);
            var end = closes == null || closes.isAfter(within.end()) ? within.end() : closes;
            open.add(new Interval(opens, end));
            opens = next(calendar, end, within.end());
        }
        return open;
    }

    private static @org.jspecify.annotations.Nullable Instant next(Calendar calendar, Instant closed, Instant end) {
        return closed.isBefore(end) ? calendar.opensAt(closed) : null;
    }
}
