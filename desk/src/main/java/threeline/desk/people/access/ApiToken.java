package threeline.desk.people.access;

import static java.util.stream.Collectors.joining;

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
        return scopes.equals(Set.of(Scope.READ, Scope.WRITE))
                ? "read and write"
                : scopes.stream().sorted().map(Scope::word).collect(joining(", "));
    }

    public boolean endedBy(Instant now) {
        return endedAt != null || (expiresAt != null && !now.isBefore(expiresAt));
    }
}
