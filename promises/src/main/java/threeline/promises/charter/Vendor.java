package threeline.promises.charter;

import org.jspecify.annotations.Nullable;
import threeline.promises.sla.Limit;
import threeline.promises.sla.Target;

/** The maker of what fails: how it is reached, what it owes us, and how often we chase. */
public record Vendor(
        String id,
        String name,
        Channel.Reach reach,
        @Nullable Target target,
        @Nullable Limit chase) {}
