package threeline.promises.tier;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A level of support: what it takes, when it is promised to be there, and how tickets leave it. */
public record Tier(
        String id, String name, Set<Takes> takes, @Nullable String cover, TierRules rules, Remit remit) {

    public Tier {
        takes = Set.copyOf(takes);
    }

    public boolean takes(Takes way) {
        return takes.contains(way);
    }

    /** Handling time before an escalation is proposed. */
    public @Nullable Duration timebox() {
        return rules.timebox();
    }

    public @Nullable Stay stay() {
        return rules.stay();
    }

    public @Nullable Overflow overflow() {
        return rules.overflow();
    }

    public @Nullable Escalation escalation() {
        return rules.escalation();
    }

    public @Nullable Acceptance acceptance() {
        return rules.acceptance();
    }
}
