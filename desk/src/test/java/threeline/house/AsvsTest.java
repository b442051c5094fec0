package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on OWASP ASVS 5.0.0 has each requirement of levels 1 and 2 once, and names tests that are there. */
class AsvsTest {

    /** Sections, and how far their requirements of these levels go; those of level 3 stand last in each. */
    static final String ALL = "1.1-2 1.2-9 1.3-11 1.4-3 1.5-2 2.1-3 2.2-3 2.3-4 2.4-1 3.2-2 3.3-4 3.4-6 3.5-5 3.7-2 "
            + "4.1-3 4.2-1 4.3-2 4.4-4 5.1-1 5.2-3 5.3-2 5.4-3 6.1-3 6.2-12 6.3-4 6.4-4 6.5-5 6.6-3 6.8-4 7.1-3 7.2-4 "
            + "7.3-2 7.4-5 7.5-2 7.6-2 8.1-2 8.2-3 8.3-1 8.4-1 9.1-3 9.2-4 10.1-2 10.2-2 10.3-4 10.4-11 10.5-5 10.6-2 "
            + "10.7-3 11.1-2 11.2-3 11.3-3 11.4-4 11.5-1 11.6-1 12.1-3 12.2-2 12.3-4 13.1-1 13.2-5 13.3-2 13.4-5 14.1-2 "
            + "14.2-4 14.3-3 15.1-3 15.2-3 15.3-7 16.1-1 16.2-5 16.3-4 16.4-3 16.5-3";

    static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9., –]+) \\|");
    static final Pattern SPAN = Pattern.compile("(\\d+\\.\\d+)\\.(\\d+)(?:–\\1\\.(\\d+))?");

    @Test
    void each_requirement_stands_on_the_page_once() throws IOException {
        var page = Files.readString(Path.of("../docs/asvs.md"));
        var stand = ROW.matcher(page)
                .results()
                .flatMap(row -> SPAN.matcher(row.group(1)).results())
                .flatMap(span -> numbers(
                        span.group(1),
                        Integer.parseInt(span.group(2)),
                        Integer.parseInt(span.group(3) == null ? span.group(2) : span.group(3))))
                .toList();
        assertThat(stand).containsExactlyInAnyOrderElementsOf(all());
    }

    @Test
    void each_test_that_the_page_names_is_there() throws IOException {
        var named = Pattern.compile("\\b[A-Z][A-Za-z]+Test\\b")
                .matcher(Files.readString(Path.of("../docs/asvs.md")))
                .results()
                .map(it -> it.group())
                .toList();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.map(it -> it.getFileName().toString().replace(".java", ""))
                            .toList())
                    .containsAll(named);
        }
    }

    static List<String> all() {
        return Stream.of(ALL.split(" "))
                .map(it -> it.split("-"))
                .flatMap(it -> numbers(it[0], 1, Integer.parseInt(it[1])))
                .toList();
    }

    static Stream<String> numbers(String section, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(it -> section + "." + it);
    }
}
