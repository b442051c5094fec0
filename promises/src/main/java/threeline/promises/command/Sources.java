package threeline.promises.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import threeline.promises.source.Finding;
import threeline.promises.source.Report;
import threeline.promises.source.Source;

/** Files as texts, to show lines of them beside findings. */
final class Sources {

    private Sources() {}

    /** Findings as told to people, each with its line. */
    static String report(List<Finding> findings) {
        var sources =
                findings.stream().map(Finding::file).distinct().collect(Collectors.toMap(file -> file, Sources::of));
        return new Report(sources).of(findings);
    }

    /** The text of a file; nothing where it can't be read, which is a finding of its own. */
    private static Source of(String file) {
        try {
            return new Source(file, Files.readString(Path.of(file)));
        } catch (IOException | InvalidPathException _) {
            return new Source(file, "");
        }
    }
}
