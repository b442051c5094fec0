package threeline.promises.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import threeline.promises.charter.CharterFile;
import threeline.promises.source.Code;
import threeline.promises.source.Finding;

/** Beside the tests lie two charters for each finding: one with just that fault, and one that is nearly it and clean. */
class CheckTest {

    private static final Path CHARTERS = Path.of("src/test/charters");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @MethodSource("faulty")
    void a_faulty_charter_has_just_the_fault_it_is_named_for(String name) {
        assertThat(check("faulty/" + name))
                .extracting(finding -> finding.code().toString())
                .containsExactly(code(name));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void what_is_nearly_that_fault_is_clean(String name) {
        assertThat(check("clean/" + name)).isEmpty();
    }

    @Test
    void every_finding_has_a_charter_that_shows_it() throws IOException {
        var shown = faulty().map(CheckTest::code).distinct();
        var ofCharters = Arrays.stream(Code.values()).filter(code -> code != Code.FILE_BAD && code != Code.STEP_BAD);
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        ofCharters.map(Code::toString).toList());
    }

    private static List<Finding> check(String name) {
        return Check.of(CharterFile.read(CHARTERS.resolve(name)), TODAY);
    }

    private static String code(String name) {
        return name.replaceFirst("(--.*)?\\.yaml$", "");
    }

    private static Stream<String> faulty() throws IOException {
        try (var files = Files.list(CHARTERS.resolve("faulty"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
