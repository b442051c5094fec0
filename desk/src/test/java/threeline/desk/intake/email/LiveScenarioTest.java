package threeline.desk.intake.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One engine: what a rehearsal says comes about on the running desk too, when the same things are done to it by mail and
 * by the API. Every scenario of the five desks is played.
 */
class LiveScenarioTest extends LiveScenario {

    static Stream<Path> scenarios() throws IOException {
        try (var files = Files.list(Path.of("../charters/scenarios"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_live_desk_does_what_the_rehearsal_says(Path file) throws IOException {
        plays(file);
    }
}
