package threeline.promises.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Interval;
import threeline.promises.sla.Limit;
import threeline.promises.sla.Target;
import threeline.promises.source.Code;
import threeline.promises.tier.Tier;

/** Two limits are stated for one stay; each binds at some hours. */
final class LimitConflict implements Rule {

    private static final Duration STEP = Duration.ofMinutes(30);

    /** Enough for what comes back each week to be told from what holidays do. */
    private static final Duration WEEKS = Duration.ofDays(7 * 40);

    @Override
    public void look(Look look) {
        for (var tier : look.charter().tiers()) {
            var stay = tier.stay();
            if (stay != null && stay.limits().size() > 1) {
                look(
                        look,
                        tier,
                        stay.limits().stream().map(Target.Within::limit).toList());
            }
        }
    }

    private static void look(Look look, Tier tier, List<Limit> limits) {
        var told = new ArrayList<String>();
        for (int i = 0; i < limits.size(); i++) {
            told.add(said(limits.get(i), new Gaps(binding(look, limits, i), look.zone())));
        }
        look.findings()
                .warning(
                        Code.LIMIT_CONFLICT,
                        look.place("tiers", tier.id(), "stay", "limit"),
                        "%s has %d limits for one stay: %s"
                                .formatted(tier.name(), limits.size(), String.join("; ", told)),
                        "people who know only one of them are surprised by the other",
                        "keep the one that is meant, or leave both: the first to bind rules");
    }

    private static String said(Limit limit, Gaps binding) {
        return limit + (binding.isEmpty() ? " never binds" : " binds for what comes in " + binding.weekly());
    }

    /** The stretches of the weeks ahead in which a ticket may enter so that this limit is reached first. */
    private static List<Interval> binding(Look look, List<Limit> limits, int which) {
        var stretches = new ArrayList<Interval>();
        var end = look.from().plus(WEEKS);
        Instant since = null;
        for (var at = look.from(); !at.isAfter(end); at = at.plus(STEP)) {
            var binds = at.isBefore(end) && isFirst(look, limits, which, at);
            if (binds && since == null) {
                since = at;
            } else if (!binds && since != null) {
                stretches.add(new Interval(since, at));
                since = null;
            }
        }
        return stretches;
    }

    private static boolean isFirst(Look look, List<Limit> limits, int which, Instant at) {
        var due = due(look, limits.get(which), at);
        for (var other : limits) {
            var otherDue = due(look, other, at);
            if (due == null || otherDue != null && otherDue.isBefore(due)) {
                return false;
            }
        }
        return due != null;
    }

    private static @Nullable Instant due(Look look, Limit limit, Instant at) {
        return look.calendar(limit.calendar())
                .filter(calendar -> calendar.day() != null || !limit.allowance().countsDays())
                .map(calendar -> calendar.dueAt(at, limit.allowance().on(calendar)))
                .orElse(null);
    }
}
