package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing that a person typed can become a script: not in a script, not in an on-attribute, not unescaped. */
class TemplateTest {

    static final Pattern VALUE_IN_SCRIPT =
            Pattern.compile("<script\\b[^>]*>(?:(?!</script).)*[$!@]\\{", Pattern.DOTALL);
    static final Pattern VALUE_IN_HANDLER =
            Pattern.compile("\\s(?:hx-)?on[\\w:-]*\\s*=\\s*(\"[^\"]*\\$\\{|'[^']*\\$\\{)");
    static final Pattern UNESCAPED = Pattern.compile("\\$unsafe\\{");

    @Test
    void no_value_stands_in_a_script_or_a_handler() {
        assertThat(containing(VALUE_IN_SCRIPT, templates())).isEmpty();
        assertThat(containing(VALUE_IN_HANDLER, templates())).isEmpty();
    }

    @Test
    void at_most_one_audited_template_writes_unescaped() {
        assertThat(containing(UNESCAPED, templates())).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void it_bites() {
        var bad = Map.of(
                "script.jte", "<script nonce=\"x\">\nvar a = '${name}';</script>",
                "handler.jte", "<button onclick=\"go('${name}')\">Go</button>",
                "htmx.jte", "<i hx-on:click='go(${name})'></i>",
                "unsafe.jte", "<p>$unsafe{text}</p>",
                "good.jte", "<script src=\"/a.js\"></script><p data-name=\"${name}\">${name}</p>");
        assertThat(containing(VALUE_IN_SCRIPT, bad)).containsExactly("script.jte");
        assertThat(containing(VALUE_IN_HANDLER, bad)).containsExactlyInAnyOrder("handler.jte", "htmx.jte");
        assertThat(containing(UNESCAPED, bad)).containsExactly("unsafe.jte");
    }

    static List<String> containing(Pattern pattern, Map<String, String> templates) {
        return templates.entrySet().stream()
                .filter(it -> pattern.matcher(it.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    static Map<String, String> templates() {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            files.filter(it -> it.toString().endsWith(".jte")).forEach(it -> found.put(it.toString(), text(it)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
