package threeline.promises.charter;

import java.util.List;

/** What a ticket is about, and the tiers that take it; it starts on the first. */
public record Category(String id, String name, List<String> tiers, List<String> examples) {

    public Category {
        tiers = List.copyOf(tiers);
        examples = List.copyOf(examples);
    }
}
