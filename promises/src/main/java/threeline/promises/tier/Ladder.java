package threeline.promises.tier;

import java.util.List;
import java.util.Optional;

/** The tiers, lowest first, and the groups on them, in the order of the charter. */
public record Ladder(List<Tier> tiers, List<Group> groups) {

    public Ladder {
        tiers = List.copyOf(tiers);
        groups = List.copyOf(groups);
    }

    public Optional<Tier> tier(String id) {
        return tiers.stream().filter(tier -> tier.id().equals(id)).findFirst();
    }

    public Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public List<Group> on(String tier) {
        return groups.stream().filter(group -> group.tier().equals(tier)).toList();
    }

    /** The tier above, if there is one. */
    public Optional<Tier> above(String tier) {
        for (int i = 0; i + 1 < tiers.size(); i++) {
            if (tiers.get(i).id().equals(tier)) {
                return Optional.of(tiers.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
