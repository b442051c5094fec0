package threeline.promises.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import threeline.promises.source.Source;

/** Files as texts, to show lines of them beside findings. */
final class Sources {

    private Sources() {}

    /** The text of a file; nothing where it can't be read, which is a finding of its own. */
    static Source of(String file) {
        try {
            return new Source(file, Files.readString(Path.of(file)));
        } catch (IOException _) {
            return new Source(file, "");
        }
    }
}
