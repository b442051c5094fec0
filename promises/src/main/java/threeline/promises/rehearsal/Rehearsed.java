package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import threeline.promises.keeping.Standing;

/** What came of a rehearsal: all events in order, expectations that failed, and how each ticket stands at the end. */
public record Rehearsed(List<Event> events, List<Failure> failures, Map<String, Standing> standings, Instant end) {

    public Rehearsed {
        events = List.copyOf(events);
        failures = List.copyOf(failures);
    }
}
