package threeline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnableTimeTest {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123456789Z");

    @TempDir
    Path folder;

    TurnableTime time() {
        return new TurnableTime(InstantSource.fixed(NOW), folder.resolve("time-ahead"));
    }

    @Test
    void it_ticks_in_microseconds() {
        assertThat(time().instant()).isEqualTo("2026-11-23T09:00:00.123456Z");
    }

    @Test
    void a_restart_does_not_turn_it_back() {
        time().forward(Duration.ofHours(4));
        assertThat(time().instant()).isEqualTo("2026-11-23T13:00:00.123456Z");
    }

    @Test
    void it_is_never_turned_back() {
        assertThatThrownBy(() -> time().forward(Duration.ofHours(-1))).hasMessageContaining("does not go back");
    }
}
