package threeline.promises.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.promises.check.Check;
import threeline.promises.source.Finding;

class FiveChartersTest {

    @ParameterizedTest
    @ValueSource(strings = {"library", "procurement", "managed-it", "web-hosting", "global-desk"})
    void each_desk_can_keep_its_charter(String desk) {
        var reading = CharterFile.read(Path.of("../charters/" + desk + ".yaml"));
        assertThat(Check.of(reading, LocalDate.of(2026, 11, 22))).noneMatch(Finding::isError);
    }
}
