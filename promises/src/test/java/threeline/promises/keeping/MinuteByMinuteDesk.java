package threeline.promises.keeping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.State;

/**
 * The naive model of the engine: it lives through every minute of a ticket, counts on two calendars whether it needs to or
 * not, and looks at each whether a figure is reached. Response, next response and resolution only.
 */
final class MinuteByMinuteDesk {

    static final String CHARTER = """
            calendars:
              office: { mon-fri: "09:00-12:30,13:30-17:00" }
            severities:
              high:   { targets: { response: 3h office, next-response: 2h office, resolution: 8h-16h office } }
              urgent: { targets: { response: 1h always, next-response: 90m always, resolution: 6h always } }
              low:    { targets: { response: 5h office, resolution: 2d always } }
              idle:   { targets: { next-response: 4h office } }
            holds:
              parts:     { pauses: [resolution] }
              anything:  { pauses: [response, next-response, resolution] }
              requester: { pauses: [resolution], ends: contact }
            """;

    static final List<String> SEVERITIES = List.of("high", "urgent", "low", "idle");
    static final List<String> HOLDS = List.of("parts", "anything", "requester");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<String> PAUSED_BY_ALL = Set.of("resolution");

    /** Minutes allowed, on which calendar, and the first figure of a range. */
    record Figure(String calendar, int allowed, @Nullable Integer expected) {}

    static final Map<String, Map<String, Figure>> FIGURES = Map.of(
            "high",
            Map.of(
                    "response", new Figure("office", 180, null),
                    "next-response", new Figure("office", 120, null),
                    "resolution", new Figure("office", 960, 480)),
            "urgent",
            Map.of(
                    "response", new Figure("always", 60, null),
                    "next-response", new Figure("always", 90, null),
                    "resolution", new Figure("always", 360, null)),
            "low",
            Map.of("response", new Figure("office", 300, null), "resolution", new Figure("always", 2880, null)),
            "idle",
            Map.of("next-response", new Figure("office", 240, null)));

    /** One promise as a person with a stop-watch on each calendar would keep it. */
    static final class Watched {
        final String name;
        final Instant start;
        int office;
        int always;

        @Nullable
        Figure figure;

        String calendar = "always";

        @Nullable
        Instant lateAt;

        @Nullable
        Instant breachedAt;

        @Nullable
        Instant overAt;

        boolean met;

        Watched(String name, Instant start) {
            this.name = name;
            this.start = start;
        }

        boolean wasEverPromised() {
            return figure != null || promised;
        }

        boolean promised;

        void under(@Nullable Figure now) {
            if (overAt != null || breachedAt != null) {
                return;
            }
            figure = now;
            if (now != null) {
                promised = true;
                calendar = now.calendar();
            }
        }

        int counted() {
            return calendar.equals("office") ? office : always;
        }

        State state(boolean paused) {
            if (breachedAt != null) {
                return State.BREACHED;
            }
            if (overAt != null) {
                return met ? State.MET : State.ENDED;
            }
            return paused ? State.PAUSED : State.RUNNING;
        }

        String shown(boolean paused) {
            return "%s %s started %s elapsed %s late %s breached %s ended %s"
                    .formatted(name, state(paused), start, Duration.ofMinutes(counted()), lateAt, breachedAt, overAt);
        }
    }

    private final List<Watched> all = new ArrayList<>();
    private String severity = "";
    private @Nullable String hold;
    private boolean resolved;
    private boolean closed;
    private boolean answered;

    static List<String> lived(List<Act> acts, Instant now) {
        var desk = new MinuteByMinuteDesk();
        var byMinute = new TreeMap<Instant, List<Act>>();
        acts.forEach(
                it -> byMinute.computeIfAbsent(it.at(), _ -> new ArrayList<>()).add(it));
        for (var minute = acts.getFirst().at(); !minute.isAfter(now); minute = minute.plusSeconds(60)) {
            byMinute.getOrDefault(minute, List.of()).forEach(desk::act);
            desk.look(minute);
            if (minute.isBefore(now)) {
                desk.count(minute);
            }
        }
        return desk.all.stream()
                .filter(Watched::wasEverPromised)
                .map(it -> it.shown(desk.isPaused(it)))
                .sorted()
                .toList();
    }

    private void act(Act act) {
        var at = act.at();
        switch (act) {
            case Act.Opened it -> {
                severity = it.severity();
                start("response", at);
                start("resolution", at);
                if (it.live()) {
                    answer(at);
                }
            }
            case Act.Replied _ -> answer(at);
            case Act.Called it -> {
                if (it.reached()) {
                    answer(at);
                }
            }
            case Act.Contacted _ -> contact(at);
            case Act.Held it -> hold = resolved || closed ? hold : it.hold();
            case Act.Resumed _ -> hold = null;
            case Act.SeverityChanged it -> {
                if (!closed) {
                    severity = it.to();
                    all.forEach(each -> each.under(figure(each.name)));
                }
            }
            case Act.Resolved it -> resolve(it.as() == Act.Resolved.As.PERSON, at);
            case Act.Reopened _ -> reopen(at);
            case Act.Closed _ -> {
                closed = true;
                hold = null;
                all.forEach(each -> over(each, at, false));
            }
            default -> {}
        }
    }

    private @Nullable Figure figure(String name) {
        return FIGURES.getOrDefault(severity, Map.of()).get(name);
    }

    private void start(String name, Instant at) {
        var promise = new Watched(name, at);
        promise.under(figure(name));
        all.add(promise);
    }

    private void answer(Instant at) {
        answered = true;
        all.stream().filter(it -> !it.name.equals("resolution")).forEach(it -> over(it, at, true));
    }

    private static void over(Watched promise, Instant at, boolean met) {
        if (promise.overAt == null) {
            promise.overAt = at;
            promise.met = met;
        }
    }

    private void contact(Instant at) {
        if (closed) {
            return;
        }
        reopen(at);
        if ("requester".equals(hold)) {
            hold = null;
        }
        if (answered && all.stream().noneMatch(it -> it.name.equals("next-response") && it.overAt == null)) {
            start("next-response", at);
        }
    }

    private void resolve(boolean byPerson, Instant at) {
        if (!resolved && !closed) {
            resolved = true;
            hold = null;
            answered |= byPerson;
            all.forEach(it -> over(it, at, byPerson));
        }
    }

    private void reopen(Instant at) {
        if (resolved && !closed) {
            resolved = false;
            for (var it : all) {
                if (it.name.equals("resolution") && it.met && it.breachedAt == null) {
                    it.overAt = null;
                    it.met = false;
                    it.under(figure(it.name));
                }
            }
        }
    }

    private boolean isPaused(Watched promise) {
        return hold != null && (hold.equals("anything") || PAUSED_BY_ALL.contains(promise.name));
    }

    private void look(Instant minute) {
        for (var it : all) {
            var figure = it.figure;
            if (figure == null || it.overAt != null || it.breachedAt != null) {
                continue;
            }
            if (figure.expected() != null && it.lateAt == null && it.counted() >= figure.expected()) {
                it.lateAt = minute;
            }
            if (it.counted() >= figure.allowed()) {
                it.breachedAt = minute;
            }
        }
    }

    private void count(Instant minute) {
        var isOffice = isOffice(LocalDateTime.ofInstant(minute, LONDON));
        for (var it : all) {
            if (it.overAt == null && !isPaused(it)) {
                it.always++;
                it.office += isOffice ? 1 : 0;
            }
        }
    }

    private static boolean isOffice(LocalDateTime local) {
        var minute = local.getHour() * 60 + local.getMinute();
        return local.getDayOfWeek().getValue() <= 5
                && (minute >= 540 && minute < 750 || minute >= 810 && minute < 1020);
    }
}
