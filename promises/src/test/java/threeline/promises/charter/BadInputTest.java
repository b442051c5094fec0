package threeline.promises.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threeline.promises.source.Finding;

/** Whatever stands in a file, it becomes findings with their places, never an exception. */
class BadInputTest {

    @TempDir
    private Path folder;

    @Test
    void ten_faults_are_ten_findings() {
        var reading = Charters.reading("""
                desk: Test
                prefix: tst
                zone: Europe/Londno
                langages: [en]
                calendars:
                  office: { mon-fri: 9-5, holidays: GB-EGN }
                tiers:
                  1: { takes: directly, cover: ofice }
                groups:
                  support: { tier: 3 }
                severities:
                  standard: { targets: { response: 4 hours } }
                  standard: { targets: { response: 4h office } }
                releases: 2026-06-31
                """);
        assertThat(reading.findings())
                .extracting(finding -> finding.at().toString())
                .containsExactly(
                        "2:9", "3:7", "4:1", "6:22", "6:37", "8:15", "8:32", "10:20", "12:36", "13:3", "14:11");
    }

    @Test
    void a_calendar_whose_days_are_misspelt_is_told_once_and_which_days_were_meant() {
        assertThat(found(sound("packages: { gold: { calendars: { wide: { mon-fry: 09:00-17:00 } } } }")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("a calendar has no key \"mon-fry\""))
                .satisfies(finding -> assertThat(finding.remedy()).isEqualTo("did you mean \"mon-fri\"?"));
        assertThat(found(sound("packages: { gold: { calendars: { wide: { su: 09:00-17:00 } } } }")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).isEqualTo("did you mean \"sun\"?"));
    }

    @Test
    void a_typing_error_is_answered_with_what_was_meant() {
        assertThat(only("langages: [en]"))
                .satisfies(finding -> assertThat(finding.remedy()).isEqualTo("did you mean \"languages\"?"));
        assertThat(only("zone: Europe/Londno").remedy()).contains("Europe/London");
    }

    @Test
    void what_is_no_yaml_is_told_with_its_place() {
        assertThat(found("desk: [a, b"))
                .singleElement()
                .asString()
                .startsWith("test.yaml:1:")
                .contains("error file.bad");
        assertThat(found("\tdesk: a")).singleElement().asString().contains("error file.bad");
        assertThat(found("")).singleElement().asString().isEqualTo("test.yaml:1:1 error file.bad the file is empty");
        assertThat(found("just words")).singleElement().asString().contains("a charter is a mapping");
        assertThat(found("[1, 2]")).singleElement().asString().contains("a charter is a mapping");
        assertThat(found("a: b\n---\nc: d")).singleElement().asString().contains("second document");
    }

    @Test
    void a_byte_order_mark_and_line_ends_of_windows_are_no_matter() {
        assertThat(found("\uFEFF" + sound(""))).isEmpty();
        assertThat(found(sound("").replace("\n", "\r\n"))).isEmpty();
    }

    @Test
    void letters_that_no_text_has_are_told() {
        assertThat(found("desk: a\u0000b")).singleElement().asString().contains("file.bad");
    }

    @Test
    void what_only_a_package_declares_is_unknown_outside_of_it() {
        var gold =
                "packages: { gold: { calendars: { late: { sat: 09:00-12:00 } }, targets: { standard: { response: 1h late } } } }\n";
        assertThat(found(sound(gold))).isEmpty();
        assertThat(found(sound(gold + "close-after: 5h late")))
                .singleElement()
                .asString()
                .contains("name.unknown");
    }

    @Test
    void a_package_that_makes_a_calendar_define_itself_is_told() {
        var circle = "packages: { gold: { calendars: { office: { not: nights }, nights: { not: office } } } }";
        assertThat(found(sound(circle)))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.message()).contains("by itself"));
    }

    @Test
    void deep_nesting_is_refused() {
        assertThat(found("[".repeat(100_000))).singleElement().asString().contains("nested more than");
        assertThat(found("a: ".repeat(1) + "{a: ".repeat(50_000)))
                .singleElement()
                .asString()
                .contains("nested more than");
    }

    @Test
    void anchors_that_explode_are_refused() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        assertThat(found(bomb.toString())).singleElement().asString().contains("unfold without end");
    }

    @Test
    void an_anchor_that_holds_itself_is_refused() {
        assertThat(found("a: &a [*a]")).singleElement().asString().contains("repeats nothing");
    }

    @Test
    void ten_megabytes_are_no_charter() {
        assertThat(found("#".repeat(10 << 20))).singleElement().asString().contains("10240 kB");
    }

    @Test
    void a_file_that_is_not_there_or_not_text_is_a_finding() throws IOException {
        assertThat(CharterFile.read(folder.resolve("none.yaml")).findings()).hasSize(1);
        assertThat(CharterFile.read(folder).findings()).hasSize(1);
        var binary = folder.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertThat(CharterFile.read(binary).findings()).hasSize(1);
    }

    @Test
    void wrong_types_are_findings_at_their_places() {
        assertThat(found(sound("tiers: [1, 2]"))).singleElement().asString().contains(":8:8 error value.bad");
        assertThat(found(sound("tiers: { 1: hello }")))
                .singleElement()
                .asString()
                .contains(":8:13 error value.bad");
        assertThat(found(sound("holds: { wait: { pauses: [[a]] } }")))
                .singleElement()
                .asString()
                .contains("value.bad");
        assertThat(found(sound("close-after: { a: b }")))
                .singleElement()
                .asString()
                .contains("value.bad");
        assertThat(found(sound("close-after: 99999999999h office")))
                .singleElement()
                .asString()
                .contains("value.bad");
        assertThat(found(sound("releases: 31 June"))).singleElement().asString().contains("no date");
    }

    private static String sound(String more) {
        return """
                desk: Test
                prefix: TST
                zone: Europe/London
                calendars:
                  office: { mon-fri: 09:00-17:00, holidays: GB-ENG }
                severities:
                  standard: { targets: { response: 4h office } }
                """ + more + "\n";
    }

    private static Finding only(String line) {
        var text =
                sound("").replaceFirst("zone: Europe/London\n", line.startsWith("zone") ? "" : "zone: Europe/London\n");
        return Charters.reading(text + line + "\n").findings().getFirst();
    }

    private static List<Finding> found(String text) {
        return Charters.reading(text).findings();
    }
}
