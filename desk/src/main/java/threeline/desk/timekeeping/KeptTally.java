package threeline.desk.timekeeping;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import threeline.desk.contract.Outlook.Kept;
import threeline.desk.contract.Outlook.Tally;
import threeline.promises.clock.State;
import threeline.promises.keeping.Promise;
import threeline.promises.keeping.Standing;

/** Counts which promises were kept, and which would have been. */
final class KeptTally {

    private static final Tally NONE = new Tally(0, 0);

    private final Map<List<String>, Kept> rows = new LinkedHashMap<>();

    /** A ticket as it was judged, and as it would have been. */
    record Both(Standing before, Standing after) {}

    void add(Both both) {
        var severity = both.before().situation().severity();
        both.before().promises().forEach(it -> add(kept(severity, it, tally(it), NONE)));
        both.after().promises().forEach(it -> add(kept(severity, it, NONE, tally(it))));
    }

    void addAll(KeptTally others) {
        others.rows.values().forEach(this::add);
    }

    void add(Kept row) {
        if (!row.before().equals(NONE) || !row.after().equals(NONE)) {
            rows.merge(
                    List.of(row.severity(), row.metric()),
                    row,
                    (one, two) -> new Kept(
                            one.severity(),
                            one.metric(),
                            one.before().plus(two.before()),
                            one.after().plus(two.after())));
        }
    }

    List<Kept> rows() {
        return rows.values().stream()
                .sorted(Comparator.comparing(Kept::severity).thenComparing(Kept::metric))
                .toList();
    }

    private static Kept kept(String severity, Promise promise, Tally before, Tally after) {
        return new Kept(severity, promise.metric().word(), before, after);
    }

    /** An aim is no promise; what is still running says nothing yet. */
    private static Tally tally(Promise promise) {
        if (promise.aim()) {
            return NONE;
        }
        return new Tally(promise.state() == State.MET ? 1 : 0, promise.state() == State.BREACHED ? 1 : 0);
    }
}
