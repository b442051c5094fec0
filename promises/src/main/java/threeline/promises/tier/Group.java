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
        @Nullable Outside outside,
        Rights rights) {

    /** When its people have what they may do at the desk. */
    public enum Rights {
        ALWAYS,
        ON_WATCH
    }

    public Group {
        people = List.copyOf(people);
    }

    /** Whether its people may do what they do on its watch alone. */
    public boolean isBound() {
        return rights == Rights.ON_WATCH;
    }

    /** Whether it may see the tickets of an organization; null where the requester belongs to none that is known. */
    public boolean serves(@Nullable String organization) {
        return outside == null || outside.serves(organization);
    }
}
