package threeline.promises.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed, what is printed, and the exit status. */
class CommandsTest {

    private static final String FAULTY = "src/test/charters/faulty/cover.gap.yaml";
    private static final String WARNED = "src/test/charters/faulty/zone.fixed.yaml";
    private static final String CLEAN = "src/test/charters/clean/cover.gap.yaml";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void a_charter_and_a_scenario() throws IOException {
        Files.copy(Path.of("src/test/resources/charter/example.yaml"), folder.resolve("example.yaml"));
        scenario("met.yaml", "met");
        scenario("failed.yaml", "breached");
    }

    @Test
    void errors_fail_and_warnings_only_when_strict() {
        assertThat(run("check", CLEAN)).isZero();
        assertThat(run("check", WARNED)).isZero();
        assertThat(run("check", WARNED, "--strict")).isEqualTo(1);
        assertThat(run("check", CLEAN, FAULTY)).isEqualTo(1);
    }

    @Test
    void in_short_each_finding_is_a_line_with_its_place() {
        run("check", WARNED, "--short");
        assertThat(printed())
                .startsWith(WARNED + ":4:7 warning zone.fixed \"office\" is read in GMT all year")
                .hasLineCount(1);
    }

    @Test
    void in_json_each_finding_is_an_object_a_line() {
        run("check", WARNED, "--json");
        assertThat(printed())
                .startsWith("{\"file\":\"" + WARNED
                        + "\",\"line\":4,\"column\":7,\"level\":\"warning\",\"code\":\"zone.fixed\"")
                .hasLineCount(1);
    }

    @Test
    void at_length_the_line_is_shown_with_a_caret_and_how_to_mend_it() {
        run("check", WARNED);
        assertThat(printed())
                .contains("    4 | zone: GMT\n      |       ^^^\n      = so: ")
                .contains("      = mend: ");
    }

    @Test
    void dates_are_looked_at_from_the_day_given() {
        var charter = "src/test/charters/clean/release.none.yaml";
        assertThat(run("check", charter)).isZero();
        assertThat(run("check", charter, "--on", "2026-11-23")).isEqualTo(1);
        assertThat(run("check", charter, "--on", "tomorrow")).isEqualTo(2);
    }

    @Test
    void a_rehearsal_fails_with_its_expectations() {
        assertThat(run("rehearse", folder.resolve("met.yaml").toString())).isZero();
        assertThat(run("rehearse", folder.resolve("failed.yaml").toString())).isEqualTo(1);
        assertThat(printed())
                .contains(
                        "failed.yaml:4:5 failed at Mon 2026-11-23 10:00, T1: expected response breached, but it is met");
    }

    @Test
    void in_json_events_have_their_offset() {
        run("rehearse", folder.resolve("met.yaml").toString(), "--json");
        assertThat(printed().lines().findFirst())
                .hasValue(
                        "{\"at\":\"2026-11-23T10:00:00Z\",\"ticket\":\"T1\",\"event\":\"opened\",\"severity\":\"standard\"}");
    }

    @Test
    void a_faulty_scenario_fails_too() {
        assertThat(run("rehearse", "nowhere.yaml")).isEqualTo(1);
        assertThat(run("rehearse", FAULTY)).isEqualTo(1);
    }

    @Test
    void an_explanation_is_for_people_or_for_programs() {
        assertThat(run("explain", folder.resolve("met.yaml").toString(), "T1", "response"))
                .isZero();
        assertThat(printed()).contains("example.yaml, line 31: targets:");
        assertThat(run("explain", folder.resolve("met.yaml").toString(), "T1", "resolution", "--json"))
                .isZero();
        assertThat(printed()).contains("\"kind\":\"open\"");
        assertThat(run("explain", folder.resolve("met.yaml").toString(), "T2", "response"))
                .isEqualTo(2);
    }

    @Test
    void a_handover_s_acceptance_names_the_line_that_asks_for_it_and_what_counted_until_it_was_due()
            throws IOException {
        Files.writeString(folder.resolve("seam.yaml"), """
                charter: %s
                steps:
                  - { at: 2026-11-24 13:30, open: T1, via: chat, severity: simple }
                  - { at: 2026-11-24 14:20, accept: T1 }
                """.formatted(
                        Path.of("../charters/global-desk.yaml").toAbsolutePath()));
        assertThat(run("explain", folder.resolve("seam.yaml").toString(), "T1", "handover"))
                .isZero();
        assertThat(printed())
                .contains("handover is breached, due Tue 2026-11-24 14:15, 20m counted")
                .containsPattern("by .*global-desk\\.yaml, line 32: handover: \\{ accept: 15m")
                .contains("counted until it was due: 15m");
    }

    @Test
    void what_is_typed_wrongly_is_answered_with_what_was_meant() {
        assertThat(run("chek")).isEqualTo(2);
        assertThat(printed()).contains("did you mean \"check\"?");
        assertThat(run("check", CLEAN, "--strickt")).isEqualTo(2);
        assertThat(printed()).contains("did you mean \"--strict\"?");
        assertThat(run("explain", folder.resolve("met.yaml").toString(), "T1", "respons"))
                .isEqualTo(2);
        assertThat(printed()).contains("did you mean \"response\"?");
        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(printed()).contains("this is a folder");
        assertThat(run()).isEqualTo(2);
        assertThat(run("cover")).isEqualTo(2);
    }

    private void scenario(String name, String state) throws IOException {
        Files.writeString(folder.resolve(name), """
                charter: example.yaml
                steps:
                  - { at: 2026-11-23 10:00, open: T1, live: true }
                  - { at: 2026-11-23 10:00, expect: T1, response: { state: %s } }
                """.formatted(state));
    }

    private int run(String... typed) {
        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            return Commands.run(
                    List.of(typed), new Command.Terminal(out, out, () -> Instant.parse("2026-11-22T12:00:00Z")));
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
