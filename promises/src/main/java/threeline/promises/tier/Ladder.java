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
        for (var tier : tiers) {
            if (tier.id().equals(id)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }

    public Optional<Group> group(String id) {
        for (var group : groups) {
            if (group.id().equals(id)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
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
