package threeline.desk.ticket.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.tier.Escalation;
import threeline.promises.tier.Tier;

/** All lists of tickets that this desk has, by their words. */
@Component
class Listings {

    private static final String GROUP = "group";
    private static final String TIER = "tier";

    private final Charters charters;
    private final Agents agents;

    Listings(Charters charters, Agents agents) {
        this.charters = charters;
        this.agents = agents;
    }

    /** Where a list stands beside every page. */
    record Place(Listing listing, String icon, String key) {}

    /** The lists that stand beside every page of this agent. */
    List<Place> places(AgentId agent) {
        var places = new ArrayList<Place>();
        for (var view : Views.values()) {
            places.add(new Place(view.listing(), view.icon(), view.key()));
            if (view == Views.MINE && !agents.groupsOf(agent).isEmpty()) {
                places.add(new Place(Listing.ofMyGroups(agents.groupsOf(agent)), "users", "g"));
            }
            if (view == Views.ON_HOLD && !higherTiers().isEmpty()) {
                places.add(new Place(Listing.ofFollowedUp(higherTiers()), "eye", "f"));
            }
        }
        return places;
    }

    /** All tiers but the first, and what went into a project. */
    private Set<String> higherTiers() {
        var tiers = charters.current().charter().tiers().stream().map(Tier::id).skip(1);
        var higher = tiers.collect(Collectors.toCollection(HashSet::new));
        if (!higher.isEmpty()) {
            higher.add(Escalation.PROJECT);
        }
        return higher;
    }

    /** A view, or what a group or tier of the charter holds; refused where there is none. */
    Listing get(Optional<String> kind, String word, AgentId looking) {
        var asked = kind.map(it -> it + ":" + word).orElse(word);
        return find(asked, looking)
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound("This desk has no %s \"%s\".".formatted(kind.orElse("view"), word))));
    }

    Optional<Listing> find(String word, AgentId looking) {
        var parts = word.split(":", 2);
        if (parts.length < 2) {
            return switch (word) {
                case Listing.MY_GROUPS -> Optional.of(Listing.ofMyGroups(agents.groupsOf(looking)));
                case Listing.FOLLOWED_UP ->
                    Optional.of(higherTiers()).filter(it -> !it.isEmpty()).map(Listing::ofFollowedUp);
                default -> Views.find(word).map(Views::listing);
            };
        }
        var ladder = charters.current().charter().ladder();
        return switch (parts[0]) {
            case GROUP -> ladder.group(parts[1]).map(it -> Listing.ofGroup(it.id(), it.name()));
            case TIER -> ladder.tier(parts[1]).map(it -> Listing.ofTier(it.id(), it.name()));
            default -> Optional.empty();
        };
    }
}
