package threeline.promises.check;

import java.util.List;
import threeline.promises.source.Code;
import threeline.promises.tier.Then;
import threeline.promises.tier.Tier;

/** An escalation that doesn't lead up: from the last tier, or to one that isn't above. */
final class WayUp implements Rule {

    @Override
    public void look(Look look) {
        var ids = look.charter().tiers().stream().map(Tier::id).toList();
        for (var tier : look.charter().tiers()) {
            lookAtEscalation(look, tier, ids);
            lookAtStay(look, tier);
        }
    }

    private static void lookAtEscalation(Look look, Tier tier, List<String> ids) {
        var way = tier.escalation();
        if (way == null || way.toProject() || !ids.contains(way.to())) {
            return;
        }
        if (ids.indexOf(way.to()) <= ids.indexOf(tier.id())) {
            var last = tier.id().equals(ids.getLast());
            look.findings()
                    .error(
                            Code.VALUE_BAD,
                            look.place("tiers", tier.id(), "escalate", "to"),
                            last
                                    ? "%s is the last tier, and escalates to \"%s\"".formatted(tier.name(), way.to())
                                    : "%s escalates to \"%s\", which is not above it".formatted(tier.name(), way.to()),
                            "nobody who knows more would get the ticket",
                            "name a tier above, or project; going down is a return");
        }
    }

    private static void lookAtStay(Look look, Tier tier) {
        var stay = tier.stay();
        if (stay != null
                && stay.then() == Then.ESCALATE
                && look.charter().ladder().above(tier.id()).isEmpty()) {
            look.findings()
                    .error(
                            Code.VALUE_BAD,
                            look.place("tiers", tier.id(), "stay", "then"),
                            "%s is the last tier, and escalates what stays too long".formatted(tier.name()),
                            "there is nowhere to go",
                            "write then: alert, with tell: whoever decides");
        }
    }
}
