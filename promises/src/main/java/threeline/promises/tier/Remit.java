package threeline.promises.tier;

import java.util.List;

/** In words: what a tier does and what it never does. */
public record Remit(List<String> does, List<String> never) {

    public static final Remit UNSAID = new Remit(List.of(), List.of());

    public Remit {
        does = List.copyOf(does);
        never = List.copyOf(never);
    }
}
