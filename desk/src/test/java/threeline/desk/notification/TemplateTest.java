package threeline.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template says its words with the variables filled in, and whatever is wrong with it is found before it is used. */
class TemplateTest {

    static final List<String> KNOWN = List.of("name", "words", "promises");

    @Test
    void variables_are_filled_in() throws Template.Broken {
        assertThat(parse("Hello {{name}},\n\n{{words}}\nBye").fill(Map.of("name", "Ann", "words", "One.\n\nTwo.")))
                .containsExactly(List.of("Hello Ann,"), List.of("One."), List.of("Two.", "Bye"));
    }

    @Test
    void a_part_stands_only_where_its_variable_says_something() throws Template.Broken {
        var template = parse("Hello.\n\n{{#promises}}We promise:\n{{promises}}{{/promises}}");
        assertThat(template.fill(Map.of("promises", "soon")))
                .containsExactly(List.of("Hello."), List.of("We promise:", "soon"));
        assertThat(template.fill(Map.of())).containsExactly(List.of("Hello."));
    }

    @Test
    void what_a_value_says_is_never_read_as_a_template() throws Template.Broken {
        assertThat(parse("{{name}}").fill(Map.of("name", "{{words}} ${7*7} <b>", "words", "secret")))
                .containsExactly(List.of("{{words}} ${7*7} <b>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello {{nmae}}                      | 1 | There is no {{nmae}} here
            a\\n{{name                          | 2 | Braces that stand alone
            a\\n\\nb }} c                       | 3 | Braces that stand alone
            {{ }}                               | 1 | There is no {{}} here
            {{#name}}\\nx                       | 2 | does not end
            a\\n{{/name}}                       | 2 | ends what has not begun
            {{#name}}{{#words}}{{/words}}       | 1 | begins before
            {{name.getClass}}                   | 1 | There is no
            ${name}                             | 0 |
            '   '                               | 1 | says nothing
            """)
    void what_is_wrong_is_said_with_its_line(String text, int line, String why) throws Template.Broken {
        var template = text.replace("\\n", "\n");
        if (line == 0) {
            assertThat(parse(template).fill(Map.of("name", "x"))).containsExactly(List.of("${name}"));
        } else {
            assertThatThrownBy(() -> parse(template)).isInstanceOfSatisfying(Template.Broken.class, broken -> {
                assertThat(broken.fault().line()).isEqualTo(line);
                assertThat(broken.fault().why()).contains(why);
            });
        }
    }

    @Test
    void an_answer_without_the_answer_is_refused() {
        assertThatThrownBy(() -> Templates.parse("answered", "Hello {{name}}"))
                .hasMessageContaining("Without {{words}}");
    }

    @Test
    void only_openings_have_promises() {
        assertThat(Templates.variables("opened")).contains("promises");
        assertThat(Templates.variables("closed")).doesNotContain("promises");
        assertThat(Templates.subjects())
                .contains("opened", "answered", "footer")
                .doesNotContain("noted", "breached");
    }

    private static Template parse(String text) throws Template.Broken {
        return Template.parse(text, KNOWN, null);
    }
}
