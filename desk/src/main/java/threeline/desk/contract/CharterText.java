package threeline.desk.contract;

import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.source.Source;

/** A charter as written. */
final class CharterText {

    private CharterText() {}

    /** What the text says; one that is no charter is refused as {@link CharterRefused}. */
    static Charter read(String name, String text) {
        var reading = CharterFile.read(new Source(name, text));
        var charter = reading.charter();
        if (charter == null) {
            throw new CharterRefused(reading.findings());
        }
        return charter;
    }
}
