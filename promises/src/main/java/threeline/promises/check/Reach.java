package threeline.promises.check;

import java.util.HashSet;
import java.util.Set;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Takes;
import threeline.promises.tier.Then;
import threeline.promises.tier.Tier;

/** The tiers that a ticket can reach: from where new ones start, up by every way that the next tier takes. */
final class Reach {

    private final Charter charter;
    private final Set<String> reached = new HashSet<>();

    private Reach(Charter charter) {
        this.charter = charter;
    }

    static Set<String> of(Charter charter) {
        var reach = new Reach(charter);
        var first = charter.tiers().getFirst();
        if (first.takes(Takes.DIRECT)) {
            reach.enter(first);
        }
        charter.tiers().stream().filter(tier -> isCalledByName(charter, tier)).forEach(reach::enter);
        charter.waysIn().categories().values().stream()
                .flatMap(category -> charter.ladder().tier(category.tiers().getFirst()).stream())
                .filter(tier -> tier.takes(Takes.DIRECT))
                .forEach(reach::enter);
        return reach.reached;
    }

    private static boolean isCalledByName(Charter charter, Tier tier) {
        return tier.takes(Takes.BY_NAME)
                && charter.ladder().on(tier.id()).stream()
                        .anyMatch(group -> !group.people().isEmpty());
    }

    private void enter(Tier tier) {
        if (reached.add(tier.id())) {
            var escalation = tier.escalation();
            if (escalation != null) {
                follow(escalation.to(), Takes.ESCALATIONS);
            }
            var stay = tier.stay();
            if (stay != null && stay.then() == Then.ESCALATE) {
                charter.ladder().above(tier.id()).ifPresent(above -> follow(above.id(), Takes.ESCALATIONS));
            }
            var overflow = tier.overflow();
            if (overflow != null) {
                follow(overflow.to(), Takes.OVERFLOW);
            }
        }
    }

    private void follow(String to, Takes way) {
        charter.ladder().tier(to).filter(tier -> tier.takes(way)).ifPresent(this::enter);
    }
}
