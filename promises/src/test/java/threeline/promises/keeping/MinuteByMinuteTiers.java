package threeline.promises.keeping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The naive model of tiers: it lives through every minute of a ticket, counts its stay and its handover minute by minute,
 * and looks at each whether a limit is reached and whether who holds the ticket is still there.
 */
final class MinuteByMinuteTiers {

    static final String CHARTER = """
            calendars:
              office:  { mon-fri: "09:00-12:30,13:30-17:00" }
              day:     { mon-fri: 08:00-17:00 }
              evening: { mon-fri: 17:00-23:00 }
              weekend: { sat: 10:00-14:00 }
            tiers:
              1:
                stay: { limit: [7h office, 12h always], then: escalate }
                handover: { accept: 30m, then: alert }
                escalate: { to: 2 }
              2:
                takes: escalations
                stay: { limit: 5h office, resets: { consultation: 3 }, then: alert }
                handover: { accept: 2h, then: escalate }
              3: { takes: escalations }
            groups:
              day-1:     { tier: 1, covers: day }
              evening-1: { tier: 1, covers: evening }
              early-2:   { tier: 2, covers: weekend }
              day-2:     { tier: 2, covers: day }
              evening-2: { tier: 2, covers: evening }
              experts:   { tier: 3, covers: office }
            severities:
              any: {}
            holds:
              parts: { pauses: [stay] }
              quote: { pauses: [resolution] }
            """;

    static final List<String> GROUPS = List.of("day-1", "evening-1", "early-2", "day-2", "evening-2", "experts");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Map<String, String> COVERS = Map.of(
            "day-1",
            "day",
            "evening-1",
            "evening",
            "early-2",
            "weekend",
            "day-2",
            "day",
            "evening-2",
            "evening",
            "experts",
            "office");

    /** A limit being counted. */
    private static final class Count {
        final String calendar;
        int allowed;
        int counted;

        Count(String calendar, int allowed) {
            this.calendar = calendar;
            this.allowed = allowed;
        }
    }

    /** A stay or a handover. */
    private static final class Watched {
        final String name;
        Instant start;
        final List<Count> counts;
        boolean limitTold;

        @Nullable
        Instant breachedAt;

        @Nullable
        Instant overAt;

        boolean met;

        Watched(String name, Instant start, List<Count> counts) {
            this.name = name;
            this.start = start;
            this.counts = counts;
        }

        void over(Instant at, boolean kept) {
            if (overAt == null) {
                overAt = at;
                met = kept;
            }
        }

        String shown() {
            var state = breachedAt != null ? "BREACHED" : overAt == null ? "GOING" : met ? "MET" : "ENDED";
            return "%s %s started %s breached %s over %s".formatted(name, state, start, breachedAt, overAt);
        }
    }

    private final List<Watched> all = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private String tier = "";
    private String group = "";
    private boolean assigned;
    private boolean resolved;
    private boolean closed;
    private @Nullable String hold;
    private @Nullable Watched stay;
    private @Nullable Watched handover;

    /** What was told, how stays and handovers stand, and who holds it where. */
    static List<String> lived(List<Act> acts, Instant now) {
        var desk = new MinuteByMinuteTiers();
        var byMinute = new TreeMap<Instant, List<Act>>();
        acts.forEach(
                it -> byMinute.computeIfAbsent(it.at(), _ -> new ArrayList<>()).add(it));
        for (var minute = acts.getFirst().at(); !minute.isAfter(now); minute = minute.plusSeconds(60)) {
            desk.seam(minute);
            byMinute.getOrDefault(minute, List.of()).forEach(desk::act);
            desk.look(minute);
            if (minute.isBefore(now)) {
                desk.count(minute);
            }
        }
        var lived = new ArrayList<>(desk.told);
        desk.all.stream()
                .filter(it -> !it.counts.isEmpty())
                .map(Watched::shown)
                .sorted()
                .forEach(lived::add);
        lived.add(desk.tier + " " + desk.group);
        return lived;
    }

    /** An assignment by hand lasts until the group comes or goes. */
    private void seam(Instant minute) {
        if (isOn(group, minute) != isOn(group, minute.minusSeconds(60)) && !resolved && !closed) {
            assigned = false;
        }
    }

    private void act(Act act) {
        var at = act.at();
        if (closed) {
            return;
        }
        switch (act) {
            case Act.Opened _ -> enter("1", at);
            case Act.Escalated it -> step("escalated", it.to(), at);
            case Act.Returned it -> step("returned", it.to(), at);
            case Act.Consulted it -> consulted(it.tier(), at);
            case Act.Extended it -> {
                if (!it.timebox()) {
                    extended((int) it.more().exact().toMinutes(), at);
                }
            }
            case Act.Assigned it -> {
                if (tier.equals(tierOf(it.group()))) {
                    give(it.group(), at);
                    assigned = true;
                }
            }
            case Act.Accepted _ -> accept(at);
            case Act.Replied it -> {
                if (group.equals(it.group())) {
                    accept(at);
                }
            }
            case Act.Held it -> hold = resolved ? hold : it.hold();
            case Act.Resumed _ -> hold = null;
            case Act.Resolved _ -> {
                resolved = true;
                over(at);
            }
            case Act.Reopened _ -> reopen(at);
            case Act.Closed _ -> {
                closed = true;
                over(at);
            }
            default -> {}
        }
    }

    private void over(Instant at) {
        hold = null;
        all.forEach(it -> it.over(at, false));
        handover = null;
    }

    private void reopen(Instant at) {
        if (!resolved) {
            return;
        }
        resolved = false;
        if (stay != null) {
            stay.overAt = null;
        }
        if (!isOn(group, at)) {
            enterGroup(at);
        }
    }

    private void step(String how, String to, Instant at) {
        if (!resolved && !to.equals(tier)) {
            told.add(at + " " + how + " " + tier + " " + to);
            if (stay != null) {
                stay.over(at, true);
            }
            enter(to, at);
        }
    }

    private void enter(String to, Instant at) {
        tier = to;
        startStay(
                at,
                switch (to) {
                    case "1" -> List.of(new Count("office", 420), new Count("always", 720));
                    case "2" -> List.of(new Count("office", 300));
                    default -> List.of();
                });
        enterGroup(at);
    }

    private void startStay(Instant at, List<Count> counts) {
        stay = new Watched("stay", at, counts);
        all.add(stay);
    }

    private void enterGroup(Instant at) {
        give(best(at), at);
    }

    private void give(String to, Instant at) {
        if (!to.equals(group)) {
            told.add(at + " assigned " + to);
            leave(at);
        }
        group = to;
        assigned = false;
    }

    private void leave(Instant at) {
        if (handover != null) {
            handover.over(at, false);
            handover = null;
        }
    }

    private void accept(Instant at) {
        if (handover != null && handover.overAt == null) {
            told.add(at + " accepted " + group);
            handover.over(at, true);
            handover = null;
        }
    }

    private void consulted(String asked, Instant at) {
        if (resolved || stay == null || !tier.equals("2") || !asked.equals("3")) {
            return;
        }
        if (stay.breachedAt != null) {
            stay.over(at, false);
            startStay(at, List.of(new Count("office", 300)));
        } else {
            stay.start = at;
            stay.counts.forEach(it -> it.counted = 0);
        }
    }

    private void extended(int minutes, Instant at) {
        if (resolved || stay == null) {
            return;
        }
        if (stay.breachedAt != null) {
            stay.over(at, false);
            startStay(
                    at,
                    stay.counts.stream()
                            .map(it -> new Count(it.calendar, minutes))
                            .toList());
        } else {
            stay.counts.forEach(it -> it.allowed += minutes);
        }
    }

    /** All that happens by itself at a minute, until nothing more does. */
    private void look(Instant minute) {
        for (var more = !resolved && !closed; more; more = happens(minute)) {
            breach(minute);
        }
    }

    private void breach(Instant minute) {
        for (var it : all) {
            if (it.overAt == null
                    && it.breachedAt == null
                    && it.counts.stream().anyMatch(count -> count.counted >= count.allowed)) {
                it.breachedAt = minute;
            }
        }
    }

    private boolean happens(Instant minute) {
        if (stay != null && stay.breachedAt != null && !stay.limitTold) {
            stay.limitTold = true;
            if (tier.equals("1")) {
                step("escalated", "2", minute);
            } else {
                told.add(minute + " alerted stay");
            }
            return true;
        }
        if (!assigned && !isOn(group, minute) && !onWatch(minute).isEmpty()) {
            leave(minute);
            var to = onWatch(minute).getFirst();
            told.add(minute + " handed-over " + group + " " + to);
            group = to;
            handover = new Watched("handover", minute, List.of(new Count(COVERS.get(to), tier.equals("1") ? 30 : 120)));
            if (!tier.equals("3")) {
                all.add(handover);
            }
            return true;
        }
        if (handover != null && handover.breachedAt != null && !handover.limitTold) {
            handover.limitTold = true;
            if (tier.equals("1")) {
                told.add(minute + " alerted handover");
            } else {
                step("escalated", "3", minute);
            }
            return true;
        }
        return false;
    }

    private void count(Instant minute) {
        for (var it : all) {
            if (it.overAt == null && !(it == stay && "parts".equals(hold))) {
                it.counts.forEach(count -> count.counted += isOpen(count.calendar, minute) ? 1 : 0);
            }
        }
    }

    private static String tierOf(String group) {
        return group.equals("experts") ? "3" : group.substring(group.length() - 1);
    }

    private List<String> ofTier() {
        return GROUPS.stream().filter(it -> tierOf(it).equals(tier)).toList();
    }

    private List<String> onWatch(Instant minute) {
        return ofTier().stream().filter(it -> isOn(it, minute)).toList();
    }

    /** The first on watch, else whoever comes first. */
    private String best(Instant at) {
        for (var minute = at; ; minute = minute.plusSeconds(60)) {
            var there = onWatch(minute);
            if (!there.isEmpty()) {
                return there.getFirst();
            }
        }
    }

    private static boolean isOn(String group, Instant minute) {
        return isOpen(COVERS.getOrDefault(group, "always"), minute);
    }

    private static boolean isOpen(String calendar, Instant at) {
        var local = LocalDateTime.ofInstant(at, LONDON);
        var weekday = local.getDayOfWeek().getValue() <= 5;
        var hour = Duration.between(local.toLocalDate().atStartOfDay(), local).toMinutes() / 60.0;
        return switch (calendar) {
            case "office" -> weekday && (hour >= 9 && hour < 12.5 || hour >= 13.5 && hour < 17);
            case "day" -> weekday && hour >= 8 && hour < 17;
            case "evening" -> weekday && hour >= 17 && hour < 23;
            case "weekend" -> local.getDayOfWeek().getValue() == 6 && hour >= 10 && hour < 14;
            default -> true;
        };
    }
}
