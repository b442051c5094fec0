package threeline.promises.check;

import threeline.promises.charter.Category;
import threeline.promises.source.Code;
import threeline.promises.tier.Takes;

/** A category starts on a tier that takes no new tickets. */
final class CategoryAstray implements Rule {

    @Override
    public void look(Look look) {
        look.charter().waysIn().categories().values().forEach(category -> look(look, category));
    }

    private static void look(Look look, Category category) {
        var first = category.tiers().getFirst();
        var tier = look.charter().ladder().tier(first);
        if (tier.isPresent() && !tier.get().takes(Takes.DIRECT)) {
            var key = look.charter().places().has("categories", category.id(), "tiers") ? "tiers" : "tier";
            look.findings()
                    .error(
                            Code.VALUE_BAD,
                            look.place("categories", category.id(), key),
                            "%s starts on %s, which takes no new tickets"
                                    .formatted(category.name(), tier.get().name()),
                            "a ticket of this category has nowhere to go",
                            "let that tier take direct, or name one that does first");
        }
    }
}
