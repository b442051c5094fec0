package threeline.promises.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTest {

    @Test
    void what_stands_somewhere_is_said_to_its_author() {
        assertThat(text("")).isEqualTo("nothing");
        assertThat(text("office")).isEqualTo("\"office\"");
        assertThat(text("one\ntwo")).isEqualTo("\"one\"");
        assertThat(new Node.Items(Place.START, List.of()).kind()).isEqualTo("a list");
        assertThat(new Node.Fields(Place.START, List.of()).kind()).isEqualTo("a mapping");
    }

    @Test
    void of_a_long_text_the_beginning_is_said() {
        assertThat(text("x".repeat(60))).isEqualTo("\"" + "x".repeat(60) + "\"");
        assertThat(text("x".repeat(61))).isEqualTo("\"" + "x".repeat(57) + "…\"");
    }

    @Test
    void places_come_in_the_order_of_the_file() {
        assertThat(new Place(2, 1)).isGreaterThan(new Place(1, 9)).isLessThan(new Place(2, 2));
    }

    private static String text(String value) {
        return new Node.Text(Place.START, value).kind();
    }
}
