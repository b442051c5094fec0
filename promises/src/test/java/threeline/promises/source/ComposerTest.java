package threeline.promises.source;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComposerTest {

    @Test
    void forty_lists_in_each_other_are_read_and_no_more() {
        assertThat(composed("[".repeat(40) + "]".repeat(40))).isNotNull();
        assertThat(remedy("[".repeat(41) + "]".repeat(41))).isEqualTo("is a bracket left open?");
    }

    @Test
    void as_many_lists_side_by_side_are_no_nesting() {
        assertThat(composed("- []\n".repeat(100))).isNotNull();
    }

    @Test
    void a_tab_is_named_as_what_is_wrong() {
        assertThat(remedy("desk:\n\t- a")).contains("there is a tab in this line");
        assertThat(remedy("desk: [a, b")).startsWith("look at this line and the one before");
    }

    @Test
    void what_an_anchor_names_is_repeated() {
        var node = composed("a: &hours [x, y]\nb: *hours\n");
        assertThat(node).isInstanceOf(Node.Fields.class);
        var fields = ((Node.Fields) node).fields();
        assertThat(fields.get(1).value()).isEqualTo(fields.get(0).value());
    }

    @Test
    void anchors_may_unfold_ten_thousand_times_and_no_more() {
        assertThat(composed(repeated(99, "[1, 2, 3]", 24))).isNotNull();
        assertThat(remedy(repeated(99, "[1, 2, 3]", 999))).isEqualTo("write it out");
        assertThat(composed(repeated(99, "{ a: 1 }", 34))).isNotNull();
        assertThat(remedy(repeated(99, "{ a: 1 }", 999))).isEqualTo("write it out");
    }

    /** A list of so many of these, repeated so often. */
    private static String repeated(int many, String each, int often) {
        return "a: &a [" + String.join(", ", nCopies(many, each)) + "]\nb: [" + String.join(", ", nCopies(often, "*a"))
                + "]\n";
    }

    private static @Nullable Node composed(String text) {
        return Composer.compose(new Source("x.yaml", text), new Findings("x.yaml"));
    }

    private static String remedy(String text) {
        var findings = new Findings("x.yaml");
        assertThat(Composer.compose(new Source("x.yaml", text), findings)).isNull();
        assertThat(findings.anyError()).isTrue();
        return findings.toList().getFirst().remedy();
    }
}
