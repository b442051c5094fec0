package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Standing;
import threeline.promises.keeping.Status;
import threeline.promises.tier.Overflow;
import threeline.promises.tier.Tier;

/** All tickets at once, as far as they crowd each other out: more than a tier bears go over to the next. */
final class Crowd {

    private static final String OVERFLOW = "overflow";

    private final BiFunction<History, Instant, Standing> judge;
    private final Map<String, History> tickets = new LinkedHashMap<>();
    private final Map<String, Standing> known = new HashMap<>();

    Crowd(BiFunction<History, Instant, Standing> judge) {
        this.judge = judge;
    }

    void changed(String ticket) {
        known.remove(ticket);
    }

    /** A ticket that somebody brought to a tier where too many wait already goes on at once; null where it stays. */
    Act.@Nullable Escalated goesOn(History entering, Charter charter, Instant at) {
        if (charter.tiers().stream().allMatch(tier -> tier.overflow() == null)) {
            return null;
        }
        tickets.put(entering.name(), entering);
        changed(entering.name());
        var id = standing(entering, at).situation().tier();
        var tier = id == null ? null : charter.ladder().tier(id).orElse(null);
        var overflow = tier == null ? null : tier.overflow();
        return tier != null && overflow != null && isFull(tier, overflow, at)
                ? new Act.Escalated(at, overflow.to(), OVERFLOW)
                : null;
    }

    private boolean isFull(Tier tier, Overflow overflow, Instant at) {
        var waiting = tickets.values().stream()
                .map(history -> standing(history, at).situation())
                .filter(it -> it.status() == Status.OPEN && tier.id().equals(it.tier()))
                .count();
        return waiting > overflow.waiting();
    }

    /** What was judged before still holds until something happens. */
    private Standing standing(History history, Instant at) {
        var standing = known.get(history.name());
        if (standing == null || standing.nextAt() != null && !standing.nextAt().isAfter(at)) {
            standing = judge.apply(history, at);
            known.put(history.name(), standing);
        }
        return standing;
    }
}
