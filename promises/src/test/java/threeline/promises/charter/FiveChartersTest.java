package threeline.promises.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiveChartersTest {

    @ParameterizedTest
    @ValueSource(strings = {"library", "procurement", "managed-it", "web-hosting", "global-desk"})
    void each_desks_charter_reads_without_a_finding(String desk) {
        assertThat(CharterFile.read(Path.of("../charters/" + desk + ".yaml")).findings())
                .isEmpty();
    }
}
