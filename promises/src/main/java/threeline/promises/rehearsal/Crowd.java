package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Standing;
import threeline.promises.keeping.Status;

/** All tickets at once, as far as they crowd each other out: more than a tier bears go over to the next. */
final class Crowd {

    private static final String OVERFLOW = "overflow";

    /** What was judged before still holds until something happens. */
    private record Known(History history, Standing standing, Instant until) {}

    private final BiFunction<History, Instant, Standing> judge;
    private final Map<String, Known> known = new HashMap<>();
    private final PriorityQueue<Known> holding = new PriorityQueue<>(Comparator.comparing(Known::until));
    private final Set<String> changed = new HashSet<>();
    private final Map<String, Integer> waiting = new HashMap<>();

    Crowd(BiFunction<History, Instant, Standing> judge) {
        this.judge = judge;
    }

    void changed(String ticket) {
        changed.add(ticket);
    }

    /** A ticket that somebody brought to a tier where too many wait already goes on at once; null where it stays. */
    Act.@Nullable Escalated goesOn(History entering, Charter charter, Instant at) {
        if (charter.tiers().stream().allMatch(tier -> tier.overflow() == null)) {
            return null;
        }
        lookAgain(at);
        look(entering, at);
        var id = tier(known.get(entering.name()));
        var tier = id == null ? null : charter.ladder().tier(id).orElse(null);
        var overflow = tier == null ? null : tier.overflow();
        return overflow != null && waiting.getOrDefault(id, 0) > overflow.waiting()
                ? new Act.Escalated(at, overflow.to(), OVERFLOW)
                : null;
    }

    private static @Nullable String tier(@Nullable Known it) {
        return it == null ? null : it.standing().situation().tier();
    }

    /** At those to whom something was done or has happened since. */
    private void lookAgain(Instant at) {
        for (var first = holding.peek(); first != null && !first.until().isAfter(at); first = holding.peek()) {
            holding.remove();
            if (known.get(first.history().name()) == first) {
                changed.add(first.history().name());
            }
        }
        for (var ticket : Set.copyOf(changed)) {
            var it = known.get(ticket);
            if (it != null) {
                look(it.history(), at);
            }
        }
        changed.clear();
    }

    private void look(History history, Instant at) {
        var standing = judge.apply(history, at);
        var now = new Known(history, standing, standing.nextAt() == null ? Instant.MAX : standing.nextAt());
        count(known.put(history.name(), now), -1);
        count(now, 1);
        holding.add(now);
    }

    /** Open tickets that aren't on hold. */
    private void count(@Nullable Known it, int more) {
        var tier = tier(it);
        if (it != null && tier != null && it.standing().situation().status() == Status.OPEN) {
            waiting.merge(tier, more, Integer::sum);
        }
    }
}
