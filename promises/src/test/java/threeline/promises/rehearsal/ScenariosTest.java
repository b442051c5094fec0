package threeline.promises.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios beside the five charters are tests of the charters. */
class ScenariosTest {

    private static final Path SCENARIOS = Path.of("../charters/scenarios");

    @ParameterizedTest
    @MethodSource("scenarios")
    void what_a_scenario_expects_comes(String name) {
        var reading = ScenarioFile.read(SCENARIOS.resolve(name));
        assertThat(reading.findings()).isEmpty();
        assertThat(Rehearsal.of(reading.scenario()).failures()).isEmpty();
    }

    @Test
    void each_desk_has_four_at_least() throws IOException {
        var names = scenarios().toList();
        for (var desk : List.of("library", "procurement", "managed-it", "web-hosting", "global-desk")) {
            assertThat(names).filteredOn(name -> name.startsWith(desk)).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    private static Stream<String> scenarios() throws IOException {
        try (var files = Files.list(SCENARIOS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
