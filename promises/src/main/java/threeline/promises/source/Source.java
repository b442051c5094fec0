package threeline.promises.source;

import java.util.List;

/** A text and the name under which people know it. */
public record Source(String name, String text) {

    /** The line as written, without its end; empty past the last. */
    public String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    public List<String> lines() {
        return text.lines().toList();
    }
}
