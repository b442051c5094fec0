package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import threeline.testing.Program;
import tools.jackson.databind.JsonNode;

/** What docs/integrators.md shows is what happens, from its first example to its last. */
class IntegratorsPageTest extends ApiDesk {

    static final Pattern EXAMPLE = Pattern.compile(
            "```http\\n(?<method>[A-Z]+) /api/v1(?<path>\\S+)\\n(?<headers>(?:[A-Za-z-]+: [^\\n]*\\n)*)(?:\\n(?<body>.*?))?```\\n"
                    + "```json (?<status>\\d+)\\n(?<answer>.*?)```",
            Pattern.DOTALL);

    @Test
    void its_examples_are_true() throws IOException {
        var examples = EXAMPLE.matcher(Files.readString(Path.of("../docs/integrators.md")));
        var count = 0;
        while (examples.find()) {
            var headers = new ArrayList<String>();
            examples.group("headers").lines().forEach(line -> headers.addAll(java.util.List.of(line.split(": ", 2))));
            var told = program.call(
                    examples.group("method"),
                    examples.group("path"),
                    examples.group("body"),
                    headers.toArray(String[]::new));
            assertThat(told.status())
                    .as(examples.group() + "\n" + told)
                    .isEqualTo(Integer.parseInt(examples.group("status")));
            contains(told.json(), Program.JSON.readTree(examples.group("answer")), examples.group() + "\n" + told);
            count++;
        }
        assertThat(count).isEqualTo(18);
    }

    /** All that is shown is there; the page leaves out what says nothing. */
    static void contains(JsonNode told, JsonNode shown, String where) {
        if (shown.isObject()) {
            shown.properties().forEach(it -> contains(told.path(it.getKey()), it.getValue(), where));
        } else if (shown.isArray()) {
            for (var i = 0; i < shown.size(); i++) {
                contains(told.path(i), shown.get(i), where);
            }
        } else {
            assertThat(told).as(where).isEqualTo(shown);
        }
    }
}
