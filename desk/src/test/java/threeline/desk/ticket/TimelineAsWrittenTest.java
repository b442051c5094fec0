package threeline.desk.ticket;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A timeline is never written anew, so whatever stands on one is read for good. What a kind comes to say later gets a
 * line beside the older one, and no line is taken away.
 */
class TimelineAsWrittenTest {

    static final JsonMapper JSON = new JsonMapper();

    static Stream<String> lines() throws IOException {
        try (var file = TimelineAsWrittenTest.class.getResourceAsStream("timeline-as-written.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void what_was_written_is_read_and_says_the_same(String line) {
        var written = details(line);
        var event = EventCodec.read(kind(line), JSONB.valueOf(written.toString()));
        assertThat(EventCodec.kind(event)).isEqualTo(kind(line));
        var again = EventCodec.details(event);
        assertThat(fields(again == null ? JSON.createObjectNode() : JSON.readTree(again.data())))
                .containsAll(fields(written));
    }

    @Test
    void each_kind_of_event_has_a_line() throws IOException {
        assertThat(lines().map(TimelineAsWrittenTest::kind).collect(toSet()))
                .isEqualTo(kinds(TicketEvent.class).collect(toSet()));
    }

    static Stream<String> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(TimelineAsWrittenTest::kinds)
                : Stream.of(EventCodec.kindOf(type));
    }

    static Set<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties();
    }

    static String kind(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    static JsonNode details(String line) {
        return JSON.readTree(line.substring(line.indexOf(' ')));
    }
}
