package threeline.promises.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void a_finding_is_told_with_its_line_what_it_means_and_how_to_mend_it() {
        var source = new Source("desk.yaml", "desk: Test\nzone: GMT\n");
        var finding = new Finding(
                "desk.yaml",
                new Place(2, 7),
                Level.WARNING,
                Code.ZONE_FIXED,
                "a zone",
                "an hour too late",
                "say London");
        assertThat(new Report(Map.of("desk.yaml", source)).of(List.of(finding))).isEqualTo("""
                desk.yaml:2:7 warning zone.fixed a zone
                    2 | zone: GMT
                      |       ^^^
                      = so: an hour too late
                      = mend: say London
                """);
    }

    @Test
    void of_a_file_that_nobody_has_no_line_is_shown_and_what_is_not_said_has_no_label() {
        var finding = new Finding("gone.yaml", Place.START, Level.ERROR, Code.FILE_BAD, "not there", "", "look again");
        assertThat(new Report(Map.of()).of(List.of(finding, finding))).isEqualTo("""
                gone.yaml:1:1 error file.bad not there
                      = mend: look again

                gone.yaml:1:1 error file.bad not there
                      = mend: look again
                """);
    }

    @Test
    void the_caret_goes_under_the_whole_of_what_stands_there() {
        assertThat(marked("response: ", "4 hours")).isEqualTo("4 hours");
        assertThat(marked("- at: ", "2026-11-23 25:00")).isEqualTo("2026-11-23 25:00");
        assertThat(marked("{ at: ", "mon 9:00", ", do: x }")).isEqualTo("mon 9:00");
        assertThat(marked("  ", "mon-fry", ": 09:00-17:00")).isEqualTo("mon-fry");
        assertThat(marked("  ", "mon-fry", ":")).isEqualTo("mon-fry");
        assertThat(marked("{ any: [", "offic", "] }")).isEqualTo("offic");
        assertThat(marked("{ name: First Line, cover: ", "always", " }")).isEqualTo("always");
        assertThat(marked("zone: ", "GMT", "   # all year")).isEqualTo("GMT");
        assertThat(marked("desk: ", "\"a, b: c\"", " # so")).isEqualTo("\"a, b: c\"");
        assertThat(marked("desk: ", "'a, b: c'")).isEqualTo("'a, b: c'");
        assertThat(marked("tiers: ", "[", "1, 2]")).isEqualTo("[");
        assertThat(marked("tiers: ", "{", " 1: a }")).isEqualTo("{");
    }

    @Test
    void a_long_text_is_marked_no_further_than_sixty_letters() {
        assertThat(marked("name: ", "x".repeat(100_000))).hasSize(60);
        assertThat(marked("name: ", "\"" + "x".repeat(100_000) + "\"")).hasSize(60);
    }

    @Test
    void of_a_long_line_only_its_beginning_is_shown() {
        assertThat(shown("x".repeat(160), 1)).contains("    1 | " + "x".repeat(160) + "\n");
        assertThat(shown("x".repeat(161), 1)).contains("    1 | " + "x".repeat(160) + "…\n");
    }

    @Test
    void past_the_end_of_a_line_there_is_one_caret_and_an_empty_line_is_not_shown() {
        assertThat(shown("desk:", 9)).contains("desk:\n      |         ^\n");
        assertThat(shown("  ", 1)).doesNotContain("|");
    }

    private static String marked(String before, String there, String... after) {
        var line = before + there + String.join("", after);
        var carets =
                shown(line, before.length() + 1).lines().skip(2).findFirst().orElseThrow();
        var from = carets.indexOf('^') - "      | ".length();
        return line.substring(
                from, from + carets.substring(carets.indexOf('^')).strip().length());
    }

    private static String shown(String line, int column) {
        var finding = new Finding("x.yaml", new Place(1, column), Level.ERROR, Code.VALUE_BAD, "bad", "", "");
        return new Report(Map.of("x.yaml", new Source("x.yaml", line))).of(List.of(finding));
    }
}
