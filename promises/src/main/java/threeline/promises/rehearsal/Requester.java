package threeline.promises.rehearsal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.keeping.Terms;

/** Who asks, as far as a scenario says: of which organization, on which terms, in which roles. */
public record Requester(@Nullable String organization, Terms terms, Set<String> roles) {}
