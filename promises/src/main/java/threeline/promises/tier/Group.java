package threeline.promises.tier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team with one queue on one tier; without cover stated it covers always. */
public record Group(
        String id,
        String name,
        String tier,
        @Nullable String covers,
        Skills skills,
        List<String> people,
        @Nullable Outside outside) {

    public Group {
        people = List.copyOf(people);
    }

    /** Whether it may see the tickets of an organization; null where the requester belongs to none that is known. */
    public boolean serves(@Nullable String organization) {
        return outside == null || outside.serves(organization);
    }
}
