package threeline.promises.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of facts names each fact of each desk, and the lines of its charter that say it. */
class FactsTest {

    private static final Path FACTS = Path.of("../docs/charter/facts.md");
    private static final Pattern ROW = Pattern.compile("\\| ([LPMWG]\\d+) \\| ([^|]*) \\|[^|]*\\| ([^|]*) \\|");
    private static final Map<String, String> DESKS =
            Map.of("L", "library", "P", "procurement", "M", "managed-it", "W", "web-hosting", "G", "global-desk");
    private static final Map<String, Integer> HOW_MANY = Map.of("L", 8, "P", 9, "M", 11, "W", 12, "G", 10);

    /** Run with {@code THREELINE_WRITE=1} to write the lines anew. */
    @Test
    void each_line_that_is_named_says_the_fact() throws IOException {
        var made = new ArrayList<String>();
        for (var line : Files.readAllLines(FACTS)) {
            var row = ROW.matcher(line);
            made.add(row.matches() ? row(row.group(1), row.group(2), row.group(3)) : line);
        }
        if (System.getenv("THREELINE_WRITE") != null) {
            Files.write(FACTS, made);
        }
        assertThat(Files.readAllLines(FACTS)).isEqualTo(made);
    }

    @Test
    void every_fact_has_a_row_that_says_who_serves_it() throws IOException {
        var told = Files.readAllLines(FACTS).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .toList();
        var wanted = HOW_MANY.entrySet().stream()
                .flatMap(desk -> IntStream.rangeClosed(1, desk.getValue()).mapToObj(number -> desk.getKey() + number));
        assertThat(told).extracting(row -> row.group(1)).containsExactlyInAnyOrderElementsOf(wanted.toList());
        assertThat(told).allSatisfy(row -> assertThat(row.group(3)).isNotBlank());
    }

    private static String row(String fact, String what, String served) throws IOException {
        var desk = DESKS.get(fact.substring(0, 1));
        var lines = lines(fact, Files.readAllLines(Path.of("../charters/" + desk + ".yaml")));
        var links = lines.stream()
                .map(line -> "[%d](../../charters/%s.yaml#L%d)".formatted(line, desk, line))
                .toList();
        return "| %s | %s | %s | %s |".formatted(fact, what, String.join(" ", links), served);
    }

    /** The comments of a charter name the facts that stand beside them; its heading explains what they are. */
    private static List<Integer> lines(String fact, List<String> charter) {
        var named = Pattern.compile(".*#.*\\b" + fact + "\\b.*");
        return IntStream.range(0, charter.size())
                .filter(i -> named.matcher(charter.get(i)).matches())
                .filter(i -> !charter.get(i).contains("are the facts it must say"))
                .mapToObj(i -> i + 1)
                .toList();
    }
}
