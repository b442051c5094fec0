package threeline.promises.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import threeline.promises.charter.CharterFile;
import threeline.promises.check.Check;
import threeline.promises.rehearsal.ScenarioFile;
import threeline.promises.source.Finding;
import threeline.promises.source.Schema;
import threeline.promises.source.Source;

/** The reference has every key that the reader knows, and its examples are sound. */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("../docs/charter/reference.md");

    /** What examples may leave out, by the key that would say it. */
    private static final Map<String, String> USUAL = usual();

    /** Run with {@code THREELINE_WRITE=1} to write the tables into the page. */
    @Test
    void its_tables_are_made_of_the_readers_keys() throws IOException {
        var page = Page.of(REFERENCE).lines();
        var made = withTables(page);
        if (System.getenv("THREELINE_WRITE") != null) {
            Files.write(REFERENCE, made);
        }
        assertThat(String.join("\n", made)).isEqualTo(String.join("\n", Files.readAllLines(REFERENCE)));
    }

    @Test
    void it_has_every_section() throws IOException {
        var told = Files.readString(REFERENCE);
        var small = List.of("resets", "when", "severity", "aims", "expect");
        assertThat(sections().keySet())
                .allSatisfy(title -> assertThat(small.contains(title)
                                || told.contains("<!-- keys: " + title + " -->")
                                || told.contains("| `" + title + "` |"))
                        .as(title)
                        .isTrue());
    }

    @Test
    void its_examples_are_sound() throws IOException {
        var examples = Page.of(REFERENCE).blocks().stream()
                .filter(block -> block.info().equals("yaml"))
                .toList();
        assertThat(examples).isNotEmpty().allSatisfy(block -> {
            var reading = CharterFile.read(new Source("reference.md", completed(block.text())));
            assertThat(Check.of(reading, LocalDate.of(2026, 11, 22)))
                    .filteredOn(Finding::isError)
                    .isEmpty();
        });
    }

    private static String completed(String example) {
        var text = new StringBuilder(example);
        USUAL.forEach((key, usual) -> {
            if (!example.startsWith(key) && !example.contains("\n" + key)) {
                text.append(usual).append('\n');
            }
        });
        return text.toString();
    }

    private static Map<String, String> usual() {
        var usual = new LinkedHashMap<String, String>();
        usual.put("desk:", "desk: Example");
        usual.put("prefix:", "prefix: EXA");
        usual.put("zone:", "zone: Europe/London");
        usual.put("calendars:", "calendars: { office: { mon-fri: 09:00-17:00, holidays: GB-ENG } }");
        usual.put("severities:", "severities: { standard: { means: Anything } }");
        return usual;
    }

    private static List<String> withTables(List<String> page) {
        var made = new ArrayList<String>();
        var sections = sections();
        for (int i = 0; i < page.size(); i++) {
            var line = page.get(i);
            made.add(line);
            if (line.startsWith("<!-- keys: ")) {
                made.addAll(table(sections.get(line.replaceAll("<!-- keys: | -->", ""))));
            } else if (line.equals("<!-- steps -->")) {
                made.addAll(steps(of(ScenarioFile.schema())));
            }
            if (line.startsWith("<!-- keys: ") || line.equals("<!-- steps -->")) {
                while (!page.get(i + 1).startsWith("<!-- end of ")) {
                    i++;
                }
            }
        }
        return made;
    }

    private static List<String> table(Map<?, ?> section) {
        var rows = new ArrayList<>(List.of("", "| key | |", "| --- | --- |"));
        var needed = (Collection<?>) (section.containsKey("required") ? section.get("required") : List.of());
        ((Map<?, ?>) section.get("properties"))
                .forEach((key, schema) -> rows.add("| `%s` | %s%s |"
                        .formatted(
                                key,
                                ((Schema) schema).words().get("description"),
                                needed.contains(key) ? " (needed)" : "")));
        rows.add("");
        return rows;
    }

    private static List<String> steps(Map<String, Map<String, Object>> sections) {
        var rows = new ArrayList<>(List.of("", "| step | | with |", "| --- | --- | --- |"));
        var verbs = new TreeSet<String>();
        sections.forEach((title, section) -> {
            var properties = (Map<?, ?>) section.get("properties");
            if (properties.containsKey("at") && properties.containsKey(title)) {
                var with = properties.keySet().stream()
                        .filter(key -> !key.equals("at") && !key.equals(title))
                        .map(key -> "`" + key + "`")
                        .toList();
                verbs.add("| `%s` | %s | %s |".formatted(title, section.get("description"), String.join(", ", with)));
            }
        });
        rows.addAll(verbs);
        rows.add("");
        return rows;
    }

    /** All mappings with known keys, by their titles. */
    private static Map<String, Map<String, Object>> sections() {
        var sections = of(ScenarioFile.schema());
        sections.putAll(of(CharterFile.schema()));
        return sections;
    }

    private static Map<String, Map<String, Object>> of(Schema schema) {
        var sections = new LinkedHashMap<String, Map<String, Object>>();
        collect(schema, sections);
        return sections;
    }

    private static void collect(Object value, Map<String, Map<String, Object>> sections) {
        switch (value) {
            case Schema schema -> {
                if (schema.words().get("title") instanceof String title) {
                    sections.putIfAbsent(title, schema.words());
                }
                schema.words().values().forEach(each -> collect(each, sections));
            }
            case Map<?, ?> map -> map.values().forEach(each -> collect(each, sections));
            case Collection<?> all -> all.forEach(each -> collect(each, sections));
            default -> {}
        }
    }
}
