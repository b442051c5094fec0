package threeline.promises.succession;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Which;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Keeper;
import threeline.promises.keeping.Promise;
import threeline.promises.keeping.Situation;
import threeline.promises.keeping.Standing;
import threeline.promises.keeping.Status;
import threeline.promises.keeping.Version;

/** Looks at what a new version of a charter would do before it is put in force. */
public final class Succession {

    private final List<Version> versions;
    private final Version next;

    /** @param versions up to now, in order of their instants */
    public Succession(List<Version> versions, Version next) {
        this.versions = List.copyOf(versions);
        this.next = next;
    }

    /** What unresolved tickets use that the new version neither has nor renames: it is refused for these. */
    public List<Dropped> dropped(List<Case> cases) {
        var dropped = new TreeMap<String, Dropped>();
        for (var each : cases) {
            var situation = before(each).situation();
            if (situation.status() == Status.OPEN || situation.status() == Status.HELD) {
                look(each, situation, dropped);
            }
        }
        return List.copyOf(dropped.values());
    }

    private void look(Case each, Situation situation, Map<String, Dropped> dropped) {
        look(Sort.SEVERITY, situation.severity(), each, dropped);
        look(Sort.TIER, situation.tier(), each, dropped);
        look(Sort.GROUP, situation.group(), each, dropped);
        look(Sort.CATEGORY, category(each), each, dropped);
    }

    private void look(Sort sort, @Nullable String name, Case each, Map<String, Dropped> dropped) {
        if (name != null && !sort.isKnown(next.charter(), name)) {
            var tickets = new ArrayList<String>();
            var known = dropped.get(sort.word() + " " + name);
            if (known != null) {
                tickets.addAll(known.tickets());
            }
            tickets.add(each.ticket());
            dropped.put(sort.word() + " " + name, new Dropped(sort.word(), name, tickets));
        }
    }

    private static @Nullable String category(Case each) {
        for (var act : each.acts()) {
            if (act instanceof Act.Opened opened) {
                return opened.asked().category();
            }
        }
        return null;
    }

    /** What would change at the instant at which the new version takes effect, promise by promise. */
    public List<Change> changes(List<Case> cases) {
        var both = new ArrayList<>(versions);
        both.add(next);
        return compared(cases, both, next.inForceAt());
    }

    /** What would have been, had the new version been in force from the beginning. */
    public List<Change> hindsight(List<Case> cases, Instant now) {
        return compared(cases, List.of(new Version(next.charter(), next.name(), Instant.EPOCH)), now);
    }

    private List<Change> compared(List<Case> cases, List<Version> under, Instant at) {
        var changes = new ArrayList<Change>();
        for (var each : cases) {
            var old = Keeper.judge(versions, each.terms(), each.acts(), at);
            changes.addAll(compared(each.ticket(), old, Keeper.judge(under, each.terms(), each.acts(), at)));
        }
        return changes;
    }

    /** What differs between two judgements of one ticket, promise by promise. */
    public static List<Change> compared(String ticket, Standing before, Standing after) {
        var old = seen(before);
        var then = seen(after);
        var all = new TreeSet<>(old.keySet());
        all.addAll(then.keySet());
        var changes = new ArrayList<Change>();
        for (var which : all) {
            var change = new Change(ticket, which, old.get(which), then.get(which));
            if (!Objects.equals(change.before(), change.after())) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Map<Which, Change.Seen> seen(Standing standing) {
        var seen = new TreeMap<Which, Change.Seen>();
        for (Promise promise : standing.promises()) {
            seen.put(promise.which(), Change.Seen.of(promise));
        }
        return seen;
    }

    private Standing before(Case each) {
        return Keeper.judge(versions, each.terms(), each.acts(), next.inForceAt());
    }
}
