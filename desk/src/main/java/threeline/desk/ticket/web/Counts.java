package threeline.desk.ticket.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.Countable;
import threeline.desk.ticket.Holdings;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.web.Listing.Selection;
import threeline.desk.ticket.web.Listings.Place;

/** How many tickets each view has, up to a thousand; counted anew when something happened, or after some seconds. */
@Component
@Transactional(readOnly = true)
class Counts {

    static final int MOST = 1000;
    private static final Duration STALE_AFTER = Duration.ofSeconds(15);

    private final TicketQueue queue;
    private final Holdings holdings;
    private final Listings listings;
    private final InstantSource time;
    private final Map<Whose, Known> known = new ConcurrentHashMap<>();

    Counts(TicketQueue queue, Holdings holdings, Listings listings, InstantSource time) {
        this.queue = queue;
        this.holdings = holdings;
        this.listings = listings;
        this.time = time;
    }

    /** A list that stands beside every page, and how many it has where that is shown. */
    record Counted(Place place, @Nullable Integer count) {}

    /** All lists that stand beside the pages of this agent, in their order. */
    List<Counted> of(AgentId agent) {
        var whose = new Whose(Tenant.current().id(), agent);
        var now = time.instant();
        var it = known.get(whose);
        if (it == null || Duration.between(it.at(), now).abs().compareTo(STALE_AFTER) > 0) {
            it = new Known(counted(listings.places(agent), agent), now);
            known.put(whose, it);
        }
        return it.counts();
    }

    /** That of one list; none where it isn't counted. */
    Optional<Integer> of(AgentId agent, Listing listing) {
        for (var counted : of(agent)) {
            if (counted.place().listing().word().equals(listing.word())) {
                return Optional.ofNullable(counted.count());
            }
        }
        return countable(listing, agent)
                .map(it -> queue.counts(List.of(it), MOST).getFirst());
    }

    /** Something happened at this desk. */
    void forget(UUID tenant) {
        known.keySet().removeIf(whose -> whose.tenant().equals(tenant));
    }

    private List<Counted> counted(List<Place> places, AgentId agent) {
        var wanted = places.stream().map(it -> countable(it.listing(), agent)).toList();
        var counts = queue.counts(wanted.stream().flatMap(Optional::stream).toList(), MOST)
                .iterator();
        var counted = new ArrayList<Counted>();
        for (var i = 0; i < wanted.size(); i++) {
            counted.add(new Counted(places.get(i), wanted.get(i).isPresent() ? counts.next() : null));
        }
        return List.copyOf(counted);
    }

    /** None where it isn't counted. */
    private Optional<Countable> countable(Listing listing, AgentId agent) {
        return switch (listing.selection()) {
            case Selection.OfView(var view) ->
                listing.grouped() ? Optional.of(queue.counting(view, agent)) : Optional.empty();
            case Selection.Holding(var wanted) -> Optional.of(holdings.counting(wanted));
            case Selection.FollowedUp(var wanted) -> Optional.of(holdings.counting(wanted));
        };
    }

    static String text(int count) {
        return count >= MOST ? MOST - 1 + "+" : Integer.toString(count);
    }

    private record Whose(UUID tenant, AgentId agent) {}

    private record Known(List<Counted> counts, Instant at) {}
}
