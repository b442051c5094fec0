package threeline.promises.check;

import threeline.promises.calendar.Calendar;
import threeline.promises.sla.Target;
import threeline.promises.source.Code;

/** A range whose first figure isn't the shorter one. */
final class RangeBackwards implements Rule {

    @Override
    public void look(Look look) {
        for (var promised : Promised.orAimed(look.charter())) {
            if (promised.target() instanceof Target.Within within) {
                look.calendar(within.limit().calendar()).ifPresent(calendar -> look(look, promised, within, calendar));
            }
        }
    }

    private static void look(Look look, Promised promised, Target.Within within, Calendar calendar) {
        var expected = within.expected();
        var limit = within.limit().allowance();
        var needsDay = limit.countsDays() || expected != null && expected.countsDays();
        if (expected == null || needsDay && calendar.day() == null) {
            return;
        }
        if (expected.on(calendar).compareTo(limit.on(calendar)) >= 0) {
            look.findings()
                    .error(
                            Code.VALUE_BAD,
                            promised.at(),
                            "the range of %s ends at %s, which is not after %s"
                                    .formatted(promised.said(), limit, expected),
                            "it can never be late without being broken",
                            "write the shorter figure first");
        }
    }
}
