package threeline.desk.people.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;

/** A program's way in: it acts as an agent, within scopes, until it expires or is ended. */
public record ApiToken(
        long id,
        String name,
        Agent agent,
        Set<Scope> scopes,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant endedAt) {

    public String mayWords() {
        return scopes.contains(Scope.WRITE) ? "read and write" : "read";
    }

    public boolean endedBy(Instant now) {
        return endedAt != null || (expiresAt != null && !now.isBefore(expiresAt));
    }
}
