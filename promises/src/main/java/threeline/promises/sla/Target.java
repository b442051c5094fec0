package threeline.promises.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is promised (or aimed at) for one metric. */
public sealed interface Target {

    List<Integer> USUAL_WARNINGS = List.of(50, 80);

    Metric metric();

    MetBy metBy();

    Citation citation();

    /**
     * So much open time.
     *
     * @param expected the first figure of a range; passing it is late, and no breach
     * @param warnings at these percentages of the limit, ascending
     */
    record Within(
            Metric metric,
            @Nullable Allowance expected,
            Limit limit,
            List<Integer> warnings,
            MetBy metBy,
            Citation citation)
            implements Target {
        public Within {
            warnings = warnings.stream().sorted().toList();
        }
    }

    /** By the end of the day of the next release. */
    record NextRelease(Metric metric, MetBy metBy, Citation citation) implements Target {}

    /** Counted, without a limit. */
    record Measured(Metric metric, String calendar, MetBy metBy, Citation citation) implements Target {}
}
