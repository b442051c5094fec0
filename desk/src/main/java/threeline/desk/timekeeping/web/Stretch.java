package threeline.desk.timekeeping.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import threeline.promises.calendar.Closed;
import threeline.promises.calendar.Interval;
import threeline.promises.clock.Explanation.Part;
import threeline.promises.clock.Reason;

/** A stretch of a promise's time as people see it: all that is closed between two openings is one. */
record Stretch(Interval interval, Sort sort, String reason) {

    enum Sort {
        OPEN,
        CLOSED,
        HOLD
    }

    private static final String NIGHT = "night";

    static Stretch open(Instant from, Instant to) {
        return new Stretch(new Interval(from, to), Sort.OPEN, "");
    }

    /** @param holdNames what the charter calls a hold */
    static List<Stretch> of(List<Part> parts, UnaryOperator<String> holdNames) {
        var stretches = new ArrayList<Stretch>();
        for (var at = 0; at < parts.size(); ) {
            var to = at + 1;
            while (isShut(parts.get(at)) && to < parts.size() && isShut(parts.get(to))) {
                to++;
            }
            stretches.add(of(parts.subList(at, to), holdNames, parts.get(at).reason()));
            at = to;
        }
        return stretches;
    }

    private static Stretch of(List<Part> parts, UnaryOperator<String> holdNames, Reason reason) {
        var whole = new Interval(
                parts.getFirst().interval().start(), parts.getLast().interval().end());
        return switch (reason) {
            case Reason.Open() -> new Stretch(whole, Sort.OPEN, "");
            case Reason.Shut _ -> new Stretch(whole, Sort.CLOSED, "Closed, " + why(parts));
            case Reason.OnHold(var hold) -> new Stretch(whole, Sort.HOLD, "On hold: " + holdNames.apply(hold));
            case Reason.Resolved() -> new Stretch(whole, Sort.CLOSED, "Resolved meanwhile");
        };
    }

    /** A night beside a weekend or a holiday goes without saying. */
    private static String why(List<Part> parts) {
        Set<String> reasons = new LinkedHashSet<>();
        for (var part : parts) {
            if (part.reason() instanceof Reason.Shut(var closed) && !(closed instanceof Closed.OutsideHours)) {
                reasons.add(closed.text());
            }
        }
        return reasons.isEmpty() ? NIGHT : String.join(", ", reasons);
    }

    private static boolean isShut(Part part) {
        return part.reason() instanceof Reason.Shut;
    }
}
