package threeline.promises.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void numbers_and_flags_stand_bare_and_texts_in_quotes() {
        assertThat(Json.of(Arrays.asList(1, 2.5, true, null, "a"))).isEqualTo("[1,2.5,true,null,\"a\"]");
        assertThat(Json.of(Map.of("a", List.of()))).isEqualTo("{\"a\":[]}");
    }

    @Test
    void letters_that_json_has_no_room_for_are_escaped() {
        assertThat(Json.of("\"\\\n\t\r\u0001 é")).isEqualTo("\"\\\"\\\\\\n\\t\\r\\u0001 é\"");
    }

    @Test
    void for_people_each_key_and_each_schema_has_a_line() {
        var schema = Schema.any(Schema.words(List.of("a", "b")), Schema.of("examples", Map.of()));
        assertThat(Json.pretty(schema)).isEqualTo("""
                {
                  "anyOf": [
                    {
                      "enum": ["a","b"]
                    },
                    {
                      "examples": {}
                    }
                  ]
                }
                """);
    }
}
