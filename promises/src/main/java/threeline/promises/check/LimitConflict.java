package threeline.promises.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Interval;
import threeline.promises.sla.Limit;
import threeline.promises.sla.Target;
import threeline.promises.source.Code;
import threeline.promises.tier.Tier;

/** Two limits are stated for one stay; each binds at some hours. */
final class LimitConflict implements Rule {

    private static final Duration STEP = Duration.ofMinutes(30);

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
        var told = limits.stream().map(limit -> said(look, limit, limits)).toList();
        look.findings()
                .warning(
                        Code.LIMIT_CONFLICT,
                        look.place("tiers", tier.id(), "stay", "limit"),
                        "%s has %d limits for one stay: %s"
                                .formatted(tier.name(), limits.size(), String.join("; ", told)),
                        "people who know only one of them are surprised by the other",
                        "keep the one that is meant, or leave both: the first to bind rules");
    }

    private static String said(Look look, Limit limit, List<Limit> limits) {
        var binding = new Gaps(binding(look, limit, limits), look.zone());
        return limit + (binding.isEmpty() ? " never binds" : " binds for what comes in " + binding.weekly());
    }

    /** The stretches of the two years in which a ticket may enter so that this limit is reached first. */
    private static List<Interval> binding(Look look, Limit limit, List<Limit> limits) {
        var stretches = new ArrayList<Interval>();
        Instant since = null;
        for (var at = look.from(); at.isBefore(look.until()); at = at.plus(STEP)) {
            var first = isFirst(look, limit, limits, at);
            if (first && since == null) {
                since = at;
            } else if (!first && since != null) {
                stretches.add(new Interval(since, at));
                since = null;
            }
        }
        if (since != null) {
            stretches.add(new Interval(since, look.until()));
        }
        return stretches;
    }

    private static boolean isFirst(Look look, Limit limit, List<Limit> limits, Instant at) {
        var due = due(look, limit, at);
        var earliest = limits.stream()
                .map(other -> due(look, other, at))
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
        return due != null && earliest.isPresent() && due.equals(earliest.get());
    }

    private static @Nullable Instant due(Look look, Limit limit, Instant at) {
        return look.calendar(limit.calendar())
                .filter(calendar -> calendar.day() != null || !limit.allowance().countsDays())
                .map(calendar -> calendar.dueAt(at, limit.allowance().on(calendar)))
                .orElse(null);
    }
}
