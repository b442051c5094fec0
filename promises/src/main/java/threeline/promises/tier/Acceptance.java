package threeline.promises.tier;

import java.time.Duration;
import java.util.List;

/** How soon the receiver of a handover accepts it, counted on the receiver's cover. */
public record Acceptance(Duration within, Then then, List<String> tell) {

    public Acceptance {
        tell = List.copyOf(tell);
    }
}
