package threeline.promises.check;

import threeline.promises.source.Code;
import threeline.promises.tier.Tier;

/** A tier whose cover nobody stated, or that escalations reach when nobody is there. */
final class TierOpen implements Rule {

    @Override
    public void look(Look look) {
        for (var tier : look.charter().tiers()) {
            if (look.charter().places().has("tiers", tier.id())) {
                lookAtCover(look, tier);
            }
            lookAtEscalation(look, tier);
        }
    }

    private static void lookAtCover(Look look, Tier tier) {
        if (tier.cover() == null) {
            look.findings()
                    .warning(
                            Code.TIER_OPEN,
                            look.place("tiers", tier.id()),
                            "nobody has stated when somebody of %s is there".formatted(tier.name()),
                            "what goes there waits for nobody knows how long",
                            "add cover: with a calendar");
        }
    }

    private static void lookAtEscalation(Look look, Tier tier) {
        var way = tier.escalation();
        var above = way == null
                ? java.util.Optional.<Tier>empty()
                : look.charter().ladder().tier(way.to());
        var from = look.watch(group -> group.tier().equals(tier.id()));
        if (above.isEmpty() || from.isEmpty()) {
            return;
        }
        var there = look.watch(group -> group.tier().equals(above.get().id()));
        if (there.flatMap(look::calendar).isEmpty() && there.isPresent()) {
            return;
        }
        var gaps = new Gaps(look.missing(from.get(), there), look.zone());
        if (!gaps.isEmpty()) {
            look.findings()
                    .warning(
                            Code.TIER_OPEN,
                            look.place("tiers", tier.id(), "escalate", "to"),
                            "%s may escalate to %s when nobody is there: at longest for %s"
                                    .formatted(
                                            tier.name(),
                                            above.get().name(),
                                            Lengths.said(gaps.longest().length())),
                            "the ticket waits, and the requester who was told of the escalation with it",
                            "let a group of that tier cover these hours, or tell people that it waits");
        }
    }
}
