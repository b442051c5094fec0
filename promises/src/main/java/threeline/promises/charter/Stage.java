package threeline.promises.charter;

import java.util.List;

/** A step of the resolution process and what must hold to leave it. */
public record Stage(String id, String name, List<String> needs) {

    public Stage {
        needs = List.copyOf(needs);
    }
}
