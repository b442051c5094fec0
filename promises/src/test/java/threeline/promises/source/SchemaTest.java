package threeline.promises.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import threeline.promises.charter.CharterFile;
import threeline.promises.rehearsal.ScenarioFile;

/** Editors complete from schemas that are made of the very keys that the reader knows. */
class SchemaTest {

    /** Not each key of each charter, which would take long: each of so many. */
    private static final int EVERY = 5;

    private static final Path REPOSITORY = Path.of("..");

    @Test
    void the_schemas_in_the_repository_are_those_of_the_reader() throws IOException {
        assertIsWritten("docs/charter/charter.schema.json", "A Threeline charter", CharterFile.schema());
        assertIsWritten("docs/charter/scenario.schema.json", "A Threeline scenario", ScenarioFile.schema());
    }

    @ParameterizedTest
    @MethodSource("charters")
    void the_schema_accepts_what_the_reader_accepts(Path file) throws IOException {
        assertThat(SchemaCheck.accepts(CharterFile.schema(), node(file))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_schema_of_scenarios_accepts_ours(Path file) throws IOException {
        assertThat(SchemaCheck.accepts(ScenarioFile.schema(), node(file))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("charters")
    void a_key_misspelt_anywhere_is_known_to_neither(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var keys = keys(node(file), new ArrayList<>());
        for (int i = 0; i < keys.size(); i += EVERY) {
            var key = keys.get(i);
            var text = misspelt(lines, key);
            var unknown = CharterFile.read(new Source("x.yaml", text)).findings().stream()
                    .anyMatch(finding ->
                            finding.code() == Code.KEY_UNKNOWN && finding.at().equals(key.at()));
            var misfit = !SchemaCheck.accepts(CharterFile.schema(), node(text));
            if (unknown) {
                assertThat(misfit)
                        .as("%s at %s is unknown to the reader", key.value(), key.at())
                        .isTrue();
            }
        }
    }

    @Test
    void each_shipped_file_names_its_schema() throws IOException {
        for (var file : Stream.concat(charters(), scenarios()).toList()) {
            assertThat(Files.readAllLines(file).getFirst()).startsWith("# yaml-language-server: $schema=");
            var schema = Files.readAllLines(file).getFirst().replaceFirst(".*=", "");
            assertThat(file.resolveSibling(schema)).exists();
        }
    }

    /** Run with {@code THREELINE_WRITE=1} to write them anew. */
    private static void assertIsWritten(String name, String title, Schema schema) throws IOException {
        var whole = Schema.of("$schema", "https://json-schema.org/draft/2020-12/schema");
        for (var word : schema.words().entrySet()) {
            whole = whole.and(word.getKey(), word.getKey().equals("title") ? title : word.getValue());
        }
        var file = REPOSITORY.resolve(name);
        if (System.getenv("THREELINE_WRITE") != null) {
            Files.writeString(file, Json.pretty(whole));
        }
        assertThat(Files.readString(file)).isEqualTo(Json.pretty(whole));
    }

    private static List<Node.Text> keys(Node node, List<Node.Text> keys) {
        switch (node) {
            case Node.Text _ -> {}
            case Node.Items items -> items.nodes().forEach(each -> keys(each, keys));
            case Node.Fields fields ->
                fields.fields().forEach(field -> {
                    keys.add(field.key());
                    keys(field.value(), keys);
                });
        }
        return keys;
    }

    private static String misspelt(List<String> lines, Node.Text key) {
        var changed = new ArrayList<>(lines);
        var line = lines.get(key.at().line() - 1);
        var column = key.at().column() - 1;
        changed.set(key.at().line() - 1, line.substring(0, column) + "zz" + line.substring(column));
        return String.join("\n", changed) + "\n";
    }

    private static Node node(Path file) throws IOException {
        return node(Files.readString(file));
    }

    private static Node node(String text) {
        var node = Composer.compose(new Source("x.yaml", text), new Findings("x.yaml"));
        return node == null ? new Node.Text(Place.START, "") : node;
    }

    private static Stream<Path> charters() throws IOException {
        return yaml("charters");
    }

    private static Stream<Path> scenarios() throws IOException {
        return yaml("charters/scenarios");
    }

    private static Stream<Path> yaml(String folder) throws IOException {
        try (var files = Files.list(REPOSITORY.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }
}
