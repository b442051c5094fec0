package threeline.desk.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hints arrive as they were told, however many there are. */
class HintsTest {

    static final int AS_MUCH_AS_POSTGRESQL_CARRIES = 8000;

    @Test
    void of_many_none_is_lost_and_none_is_too_long() {
        var desk = UUID.fromString("00000000-0000-0000-0000-000000000001");
        var names =
                IntStream.range(100_000, 105_000).mapToObj(Integer::toString).collect(Collectors.toSet());
        var written = Hints.written(Map.of(desk, names));
        assertThat(written).hasSizeGreaterThan(1).allMatch(it -> it.length() < AS_MUCH_AS_POSTGRESQL_CARRIES);
        assertThat(written.stream().map(Hints::read).flatMap(it -> it.get(desk).stream()))
                .containsExactlyInAnyOrderElementsOf(names);
    }
}
