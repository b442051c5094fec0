package threeline.promises.check;

import java.util.Optional;
import threeline.promises.calendar.Hours;
import threeline.promises.source.Code;

/** A target's clock runs while no group that could keep it is on watch. */
final class CoverUnstaffed implements Rule {

    @Override
    public void look(Look look) {
        if (!look.charter().groups().isEmpty()) {
            Promised.in(look.charter()).forEach(promised -> look(look, promised));
        }
    }

    private static void look(Look look, Promised promised) {
        var calendar = promised.calendar();
        if (calendar == null) {
            return;
        }
        var watch = look.watch(group -> group.skills().takes(promised.severity().id()));
        if (watch.flatMap(look::calendar).isEmpty() && watch.isPresent()) {
            return;
        }
        var gaps = new Gaps(look.missing(new Hours.Named(calendar), watch), look.zone());
        if (!gaps.isEmpty()) {
            look.findings()
                    .warning(
                            Code.COVER_UNSTAFFED,
                            promised.at(),
                            "the clock of %s runs on %s while no group that takes it is on watch, at longest for %s"
                                    .formatted(promised.said(), calendar, said(watch, gaps)),
                            "the time runs out while nobody is there to keep the promise",
                            "count it on the hours of a group that takes "
                                    + promised.severity().name() + ", or let a group cover these");
        }
    }

    private static String said(Optional<Hours> watch, Gaps gaps) {
        var longest = gaps.longest();
        return watch.isEmpty()
                ? "ever: no group takes it"
                : "%s (%s)"
                        .formatted(Lengths.said(longest.length()), new Gaps(java.util.List.of(longest), gaps.zone()));
    }
}
