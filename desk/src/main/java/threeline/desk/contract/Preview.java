package threeline.desk.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;

/**
 * What a draft would change, as somebody asked for it.
 *
 * @param done tickets looked at so far, of {@code total}; nobody has begun while that is unknown
 * @param outlook what it would change, once all were looked at
 * @param failure why that can't be said
 */
public record Preview(
        AgentId agent,
        String text,
        Instant inForceAt,
        Instant askedAt,
        int done,
        @Nullable Integer total,
        @Nullable Outlook outlook,
        @Nullable String failure) {

    public boolean isUnderWay() {
        return (outlook == null || outlook.kept() == null) && failure == null;
    }
}
