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
}
