package threeline.promises.charter;

import java.util.List;

/** What helps to choose a severity: its name, what it means, examples, and characteristics of which one must be ticked. */
public record Guidance(String name, String means, List<String> examples, List<String> characteristics) {

    public Guidance {
        examples = List.copyOf(examples);
        characteristics = List.copyOf(characteristics);
    }
}
