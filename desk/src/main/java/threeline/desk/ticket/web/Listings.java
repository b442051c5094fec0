package threeline.desk.ticket.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** All lists of tickets that this desk has, by their words. */
@Component
class Listings {

    private static final String GROUP = "group";
    private static final String TIER = "tier";

    private final Charters charters;

    Listings(Charters charters) {
        this.charters = charters;
    }

    /** A view, or what a group or tier of the charter holds; refused where there is none. */
    Listing get(Optional<String> kind, String word) {
        var asked = kind.map(it -> it + ":" + word).orElse(word);
        return find(asked)
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound("This desk has no %s \"%s\".".formatted(kind.orElse("view"), word))));
    }

    Optional<Listing> find(String word) {
        var parts = word.split(":", 2);
        if (parts.length < 2) {
            return Views.find(word).map(Views::listing);
        }
        var ladder = charters.current().charter().ladder();
        return switch (parts[0]) {
            case GROUP -> ladder.group(parts[1]).map(it -> Listing.ofGroup(it.id(), it.name()));
            case TIER -> ladder.tier(parts[1]).map(it -> Listing.ofTier(it.id(), it.name()));
            default -> Optional.empty();
        };
    }
}
