package threeline.promises.tier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What moves tickets off a tier, as far as its charter says. */
public record TierRules(
        @Nullable Duration timebox,
        @Nullable Stay stay,
        @Nullable Overflow overflow,
        @Nullable Escalation escalation,
        @Nullable Acceptance acceptance) {

    public static final TierRules NONE = new TierRules(null, null, null, null, null);
}
