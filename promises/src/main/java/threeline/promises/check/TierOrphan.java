package threeline.promises.check;

import threeline.promises.source.Code;

/** A tier that no ticket can reach. */
final class TierOrphan implements Rule {

    @Override
    public void look(Look look) {
        var reached = Reach.of(look.charter());
        for (var tier : look.charter().tiers()) {
            if (!reached.contains(tier.id())) {
                look.findings()
                        .warning(
                                Code.TIER_ORPHAN,
                                look.place("tiers", tier.id()),
                                "no ticket can reach %s".formatted(tier.name()),
                                "its people wait, and whoever needs them isn't sent there",
                                "let another tier escalate or overflow to it, and let it take what comes that way");
            }
        }
    }
}
