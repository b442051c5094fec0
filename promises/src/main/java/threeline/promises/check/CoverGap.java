package threeline.promises.check;

import java.util.Optional;
import threeline.promises.source.Code;
import threeline.promises.tier.Tier;

/** The groups of a tier don't add up to the cover promised of it. */
final class CoverGap implements Rule {

    @Override
    public void look(Look look) {
        look.charter().tiers().forEach(tier -> look(look, tier));
    }

    private static void look(Look look, Tier tier) {
        var cover = tier.cover();
        if (cover == null) {
            return;
        }
        var watch = look.watch(group -> group.tier().equals(tier.id()));
        if (watch.flatMap(look::calendar).isEmpty() && watch.isPresent()) {
            return;
        }
        var gaps = new Gaps(look.missing(Look.cover(cover), watch), look.zone());
        if (!gaps.isEmpty()) {
            look.findings()
                    .error(
                            Code.COVER_GAP,
                            look.place("tiers", tier.id(), "cover"),
                            "%s promises %s, but nobody is on watch %s"
                                    .formatted(tier.name(), cover, said(watch, gaps)),
                            "whoever calls then finds nobody, though the charter says that somebody is there",
                            "let a group cover { not: … } of what the others cover, or promise less");
        }
    }

    private static String said(Optional<?> watch, Gaps gaps) {
        return watch.isEmpty() ? "at any time: it has no group" : gaps.toString();
    }
}
