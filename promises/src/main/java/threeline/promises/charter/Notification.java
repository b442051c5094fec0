package threeline.promises.charter;

import java.util.List;

/** Who is told of an event, by which channels, in which language. */
public record Notification(List<String> tell, List<String> by, String language) {

    public Notification {
        tell = List.copyOf(tell);
        by = List.copyOf(by);
    }
}
