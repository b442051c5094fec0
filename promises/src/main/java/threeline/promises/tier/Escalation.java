package threeline.promises.tier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way up from a tier: where to, for which reasons, and who judges. */
public record Escalation(String to, Map<String, String> reasons, Judgement judgement) {

    /** Not a tier but work outside the ladder: project or testing status. */
    public static final String PROJECT = "project";

    /** Who decides that a reason holds, and whom they may ask. */
    public record Judgement(List<String> judges, @Nullable String decides, List<String> mayConsult) {

        public static final Judgement UNSAID = new Judgement(List.of(), null, List.of());

        public Judgement {
            judges = List.copyOf(judges);
            mayConsult = List.copyOf(mayConsult);
        }
    }

    public boolean toProject() {
        return to.equals(PROJECT);
    }
}
