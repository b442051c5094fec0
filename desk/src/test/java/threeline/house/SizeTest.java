package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threeline.house.Sizes.Limits;

/** Small is a habit: what has grown is named, what has grown far too much is refused. */
class SizeTest {

    static final Limits SECOND_LOOK = new Limits(200, 20, 5);
    static final Limits TOO_MUCH = new Limits(400, 60, 8);

    @Test
    void nothing_is_far_too_big() throws IOException {
        var tooMuch = new ArrayList<String>();
        for (var main : List.of(Path.of("src/main/java"), Path.of("../promises/src/main/java"))) {
            Sizes.beyond(SECOND_LOOK, main).forEach(it -> System.out.println("[WARNING] size: " + it));
            tooMuch.addAll(Sizes.beyond(TOO_MUCH, main));
        }
        assertThat(tooMuch).isEmpty();
    }

    @Test
    void it_bites(@TempDir Path folder) throws IOException {
        var statements = "        call();\n".repeat(61);
        Files.writeString(folder.resolve("Big.java"), """
                class Big {
                    void tooLong() {
                %s    }
                    void tooMany(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}
                }
                %s""".formatted(statements, "// far\n".repeat(400)));
        assertThat(Sizes.beyond(TOO_MUCH, folder))
                .containsExactly(
                        "Big.java has 466 lines", "Big.java tooLong has 61 lines", "Big.java tooMany has 9 parameters");
    }
}
