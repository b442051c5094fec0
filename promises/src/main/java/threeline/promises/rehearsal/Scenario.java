package threeline.promises.rehearsal;

import java.util.List;
import java.util.Map;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Terms;

/** A scripted history with expectations, and the charter and organizations that it is about. */
public record Scenario(String charterName, Charter charter, Map<String, Terms> organizations, List<Step> steps) {

    public Scenario {
        steps = List.copyOf(steps);
    }

    /** How often it looks at what came. */
    public long expectations() {
        return steps.stream().filter(Step.Expects.class::isInstance).count();
    }
}
