package threeline.promises.rehearsal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.source.Code;
import threeline.promises.source.Finding;
import threeline.promises.source.Findings;
import threeline.promises.source.Kinds;
import threeline.promises.source.Place;
import threeline.promises.source.Reader;
import threeline.promises.source.Schema;
import threeline.promises.source.Source;

/** Reads scenarios; whatever is wrong with one, or with its charter, becomes a finding. */
public final class ScenarioFile {

    private static final int LONGEST = 64 << 20;

    /** What came of reading a scenario. */
    public record Reading(@Nullable Scenario scenario, List<Finding> findings) {}

    private ScenarioFile() {}

    public static Reading read(Path file) {
        try {
            return read(new Source(file.toString(), Files.readString(file)), file);
        } catch (NoSuchFileException _) {
            return unreadable(file, "there is no such file");
        } catch (CharacterCodingException _) {
            return unreadable(file, "the file is not text in UTF-8");
        } catch (IOException broken) {
            return unreadable(file, "the file can't be read: " + broken.getMessage());
        }
    }

    /** Reads a text as if it stood in a file, beside which its charter lies. */
    public static Reading read(Source source, Path file) {
        var reader = new Reader(source);
        var charters = new Charters(file, reader.findings());
        var scenario = reader.read(new ScenarioReader(charters).kind(), LONGEST);
        var findings = reader.findings().toList();
        return new Reading(findings.stream().anyMatch(Finding::isError) ? null : scenario, findings);
    }

    /** What a scenario may contain, for editors and for the handbook. */
    public static Schema schema() {
        return Kinds.section(ScenarioReader.SECTION, _ -> "").schema();
    }

    private static Reading unreadable(Path file, String problem) {
        var findings = new Findings(file.toString());
        findings.error(Code.FILE_BAD, Place.START, problem, "look at its name and folder");
        return new Reading(null, findings.toList());
    }
}
