package threeline.promises.tier;

import java.time.Duration;
import java.util.List;
import threeline.promises.sla.Citation;

/**
 * How soon the receiver of a handover accepts it, counted on the receiver's cover.
 *
 * @param citation the line that says how soon
 */
public record Acceptance(Duration within, Then then, List<String> tell, Citation citation) {

    public Acceptance {
        tell = List.copyOf(tell);
    }
}
