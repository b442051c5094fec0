package threeline.promises.rehearsal;

import java.util.List;
import threeline.promises.charter.Charter;

/** A scripted history with expectations, and the charter that it is about. */
public record Scenario(String charterName, Charter charter, List<Step> steps) {

    public Scenario {
        steps = List.copyOf(steps);
    }

    /** How often it looks at what came. */
    public long expectations() {
        return steps.stream().filter(Step.Expects.class::isInstance).count();
    }
}
