package threeline.promises.keeping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Calendars;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Severity;
import threeline.promises.clock.Counted;
import threeline.promises.clock.Goal;
import threeline.promises.sla.Allowance;
import threeline.promises.sla.Limit;
import threeline.promises.sla.MetBy;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;
import threeline.promises.tier.Acceptance;
import threeline.promises.tier.Tier;
import threeline.promises.tier.Watch;

/**
 * One version of a charter as it holds for one organization, made ready.
 *
 * @param charter as the desk put it in force; cover, stays and the like follow it whatever an organization bought
 * @param calendars as the organization's promises read them
 */
record Rules(
        Charter charter,
        String version,
        Map<String, Severity> severities,
        Map<String, Pledges> promised,
        Map<String, Pledges> aims,
        Map<String, Goal.Limited> stays,
        Calendars calendars,
        Watch watch) {

    static Rules of(Charter charter, Charter promised, String version) {
        var severities = new HashMap<String, Severity>();
        var targets = new HashMap<String, Pledges>();
        var aims = new HashMap<String, Pledges>();
        for (var severity : promised.severities().all()) {
            severities.put(severity.id(), severity);
            targets.put(severity.id(), Pledges.of(severity.targets(), promised.calendars()));
            aims.put(severity.id(), Pledges.of(severity.aims(), promised.calendars()));
        }
        var watch =
                new Watch(charter.ladder(), charter.calendars(), charter.desk().language());
        return new Rules(charter, version, severities, targets, aims, stays(charter), promised.calendars(), watch);
    }

    private static Map<String, Goal.Limited> stays(Charter charter) {
        var stays = new HashMap<String, Goal.Limited>();
        for (var tier : charter.tiers()) {
            var stay = tier.stay();
            if (stay != null && !stay.limits().isEmpty()) {
                stays.put(tier.id(), limited(stay.limits(), charter));
            }
        }
        return stays;
    }

    private static Goal.Limited limited(List<Target.Within> limits, Charter charter) {
        return new Goal.Limited(limits.stream()
                .map(it -> Counted.of(it, charter.calendar(it.limit().calendar())))
                .toList());
    }

    @Nullable
    Severity severity(String id) {
        return severities.get(id);
    }

    Pledges pledges(String severity, boolean aim) {
        return (aim ? aims : promised).getOrDefault(severity, Pledges.NONE);
    }

    @Nullable
    Tier tier(@Nullable String id) {
        return id == null ? null : charter.ladder().tier(id).orElse(null);
    }

    Goal.@Nullable Limited stay(@Nullable String tier) {
        return tier == null ? null : stays.get(tier);
    }

    /** On which a group is there. */
    Calendar cover(@Nullable String covers) {
        return covers == null ? Calendar.ALWAYS : charter.calendar(covers);
    }

    /** A receiver's time to accept, on its own cover. */
    Goal.Limited acceptance(Acceptance acceptance, @Nullable String covers) {
        var limit = new Limit(Allowance.of(acceptance.within()), covers == null ? "always" : covers);
        var target = new Target.Within(
                Metric.HANDOVER, null, limit, Target.USUAL_WARNINGS, MetBy.NATURE, acceptance.citation());
        return Goal.Limited.of(target, cover(covers));
    }

    /** What a vendor owes; null where nothing is agreed. */
    @Nullable
    Goal vendor(String id) {
        var vendor = charter.offers().vendors().get(id);
        return vendor != null && vendor.target() instanceof Target.Within within
                ? Goal.Limited.of(within, charter.calendar(within.limit().calendar()))
                : null;
    }
}
