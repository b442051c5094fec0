package threeline.promises.charter;

import java.util.Set;
import threeline.promises.sla.Metric;

/** Something a ticket may wait for, and which clocks stand still meanwhile. */
public record Hold(String id, String name, Set<Metric> pauses, boolean endsOnContact) {

    public Hold {
        pauses = Set.copyOf(pauses);
    }
}
