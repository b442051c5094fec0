package threeline.promises.charter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A step of the resolution process, what must hold to leave it, and the act that reaches it where it isn't declared by hand. */
public record Stage(
        String id,
        String name,
        List<String> needs,
        @Nullable By by) {

    /** Acts that reach a stage. */
    public enum By {
        ASSIGNED,
        RESOLVED,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Stage {
        needs = List.copyOf(needs);
    }
}
