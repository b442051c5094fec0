package threeline.promises.charter;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import threeline.promises.source.Code;
import threeline.promises.source.Findings;
import threeline.promises.source.Place;
import threeline.promises.source.Reader;
import threeline.promises.source.Schema;
import threeline.promises.source.Source;

/** Reads charters; whatever is wrong with one becomes a finding, never an exception. */
public final class CharterFile {

    /** No charter is longer; what is was meant to be something else. */
    private static final int LONGEST = 1 << 20;

    private CharterFile() {}

    public static Reading read(Path file) {
        return read(file, file.toString());
    }

    /** Reads a file that its readers know by another name. */
    public static Reading read(Path file, String name) {
        if (Files.isDirectory(file)) {
            return unreadable(name, "this is a folder", "name a file in it");
        }
        try {
            return read(new Source(name, Files.readString(file)));
        } catch (NoSuchFileException _) {
            return unreadable(name, "there is no such file", "look at its name and folder");
        } catch (CharacterCodingException _) {
            return unreadable(name, "the file is not text in UTF-8", "save it as UTF-8");
        } catch (IOException broken) {
            return unreadable(name, "the file can't be read: " + broken.getMessage(), "look at its permissions");
        }
    }

    public static Reading read(Source source) {
        var reader = new Reader(source);
        var charter = reader.read(CharterReader.CHARTER, LONGEST);
        return new Reading(charter, reader.findings().toList());
    }

    /** What a charter may contain, for editors and for the handbook. */
    public static Schema schema() {
        return CharterReader.CHARTER.schema();
    }

    private static Reading unreadable(String name, String problem, String remedy) {
        var findings = new Findings(name);
        findings.error(Code.FILE_BAD, Place.START, problem, remedy);
        return new Reading(null, findings.toList());
    }
}
