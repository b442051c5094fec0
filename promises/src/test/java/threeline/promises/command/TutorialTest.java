package threeline.promises.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial is run from top to bottom: files are written as it says, and commands print what it says. */
class TutorialTest {

    private static final Path TUTORIAL = Path.of("../docs/charter/tutorial.md");
    private static final Instant TODAY = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    /** Run with {@code THREELINE_WRITE=1} to write what commands print into the page. */
    @Test
    void commands_print_what_the_tutorial_shows() throws IOException {
        var page = Page.of(TUTORIAL);
        var run = run(page);
        if (System.getenv("THREELINE_WRITE") != null) {
            Files.write(TUTORIAL, run);
        }
        assertThat(String.join("\n", run)).isEqualTo(String.join("\n", Files.readAllLines(TUTORIAL)));
    }

    /** The page with every console block as it really comes. */
    private List<String> run(Page page) throws IOException {
        var lines = new ArrayList<String>();
        int copied = 0;
        for (var block : page.blocks()) {
            lines.addAll(page.lines().subList(copied, block.firstLine()));
            copied = block.firstLine() + block.lines().size();
            if (block.info().startsWith("yaml ")) {
                Files.writeString(folder.resolve(block.info().substring(5)), block.text());
            }
            lines.addAll(block.info().equals("console") ? console(block) : block.lines());
        }
        lines.addAll(page.lines().subList(copied, page.lines().size()));
        return lines;
    }

    private List<String> console(Page.Block block) {
        var lines = new ArrayList<String>();
        for (var line : block.lines()) {
            if (line.startsWith("$ threeline ")) {
                lines.add(line);
                lines.addAll(output(line.substring("$ threeline ".length())));
            }
        }
        return lines;
    }

    private List<String> output(String command) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            var typed = Arrays.stream(command.split(" ")).map(this::inFolder).toList();
            Commands.run(typed, new Command.Terminal(out, out, () -> TODAY));
        }
        var printed = bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
        return printed.lines().map(String::stripTrailing).toList();
    }

    private String inFolder(String word) {
        return word.endsWith(".yaml") ? folder.resolve(word).toString() : word;
    }
}
