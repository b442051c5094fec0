package threeline.promises.check;

import java.time.DateTimeException;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Hours;
import threeline.promises.sla.Limit;
import threeline.promises.sla.Target;
import threeline.promises.source.Code;
import threeline.promises.source.Place;
import threeline.promises.tier.Tier;

/** A target that its calendar can't fill within ten years, or that grants nothing at all. */
final class TargetUnfillable implements Rule {

    @Override
    public void look(Look look) {
        for (var promised : Promised.orAimed(look.charter())) {
            if (promised.target() instanceof Target.Within within) {
                look(look, within.limit(), promised.said(), promised.at());
            }
        }
        look.charter().tiers().forEach(tier -> lookAtStay(look, tier));
        var closing = look.charter().practice().closeAfter();
        if (closing != null) {
            look(look, closing, "close-after", look.place("close-after"));
        }
    }

    private static void lookAtStay(Look look, Tier tier) {
        var stay = tier.stay();
        if (stay != null) {
            stay.limits()
                    .forEach(limit -> look(
                            look,
                            limit.limit(),
                            "the stay on " + tier.name(),
                            look.place("tiers", tier.id(), "stay", "limit")));
        }
    }

    private static void look(Look look, Limit limit, String what, Place at) {
        if (limit.allowance().isZero()) {
            tell(look, at, what + " grants no time at all", "it is broken the moment it begins", "grant some time");
        } else {
            look.calendar(new Hours.Named(limit.calendar()))
                    .ifPresent(calendar -> fill(look, limit, calendar, what, at));
        }
    }

    private static void fill(Look look, Limit limit, Calendar calendar, String what, Place at) {
        if (limit.allowance().countsDays() && calendar.day() == null) {
            tell(
                    look,
                    at,
                    "%s counts days on \"%s\", which doesn't say how long a day is".formatted(what, limit.calendar()),
                    "nobody can tell when it is due",
                    "add day: 8h to that calendar, or count hours");
        } else if (!isFilled(look, limit, calendar)) {
            tell(
                    look,
                    at,
                    "%s takes %s, which that calendar doesn't hold within ten years".formatted(what, limit),
                    "it is never due, so nothing is promised",
                    "open the calendar more often, or grant less");
        }
    }

    private static boolean isFilled(Look look, Limit limit, Calendar calendar) {
        try {
            return calendar.dueAt(look.from(), limit.allowance().on(calendar)) != null;
        } catch (ArithmeticException | DateTimeException _) {
            return false;
        }
    }

    private static void tell(Look look, Place at, String message, String consequence, String remedy) {
        look.findings().error(Code.VALUE_BAD, at, message, consequence, remedy);
    }
}
