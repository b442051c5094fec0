package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of what broke others names tests that are there, and all that are named after a break. */
class BreaksTest {

    static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    static final Pattern AFTER_A_BREAK = Pattern.compile("void ((?:cve|ghsa)_\\w+)\\(");

    final String page = text(Path.of("../docs/others-breaks.md"));
    final Map<String, String> tests = tests();

    @Test
    void every_test_that_the_page_names_is_there() {
        var named = NAMED.matcher(page).results().toList();
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(named)
                .allSatisfy(it -> assertThat(tests.getOrDefault(it.group(1), ""))
                        .as(it.group())
                        .contains("void %s(".formatted(it.group(2))));
    }

    @Test
    void every_line_of_the_page_names_a_test() {
        assertThat(page.lines()
                        .filter(it -> it.startsWith("| ") && !it.startsWith("| ---"))
                        .skip(1))
                .hasSizeGreaterThan(30)
                .allMatch(it -> NAMED.matcher(it).find());
    }

    @Test
    void every_test_named_after_a_break_is_on_the_page() {
        var after = tests.entrySet().stream()
                .flatMap(it -> AFTER_A_BREAK
                        .matcher(it.getValue())
                        .results()
                        .map(found -> "`%s.%s`".formatted(it.getKey(), found.group(1))))
                .toList();
        assertThat(after).isNotEmpty();
        assertThat(List.of(page)).allSatisfy(it -> assertThat(it).contains(after));
    }

    static Map<String, String> tests() {
        var found = new HashMap<String, String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            files.filter(it -> it.toString().endsWith("Test.java"))
                    .forEach(it ->
                            found.merge(it.getFileName().toString().replace(".java", ""), text(it), String::concat));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
