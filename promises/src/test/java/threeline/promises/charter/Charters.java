package threeline.promises.charter;

import java.nio.file.Path;
import threeline.promises.source.Source;

/** Charters that tests speak of. */
public final class Charters {

    private Charters() {}

    /** One of the small charters kept beside the tests. */
    public static Charter example(String name) {
        return CharterFile.read(Path.of("src/test/resources/charter/" + name + ".yaml"))
                .orThrow();
    }

    /** A charter of a desk in London that says just this. */
    public static Charter of(String text) {
        return reading("desk: Test\nprefix: TST\nzone: Europe/London\n" + text).orThrow();
    }

    public static Reading reading(String text) {
        return CharterFile.read(new Source("test.yaml", text));
    }
}
