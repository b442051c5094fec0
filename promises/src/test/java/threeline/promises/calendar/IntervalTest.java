package threeline.promises.calendar;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    static final Instant ONE = Instant.parse("2026-06-01T01:00:00Z");
    static final Instant TWO = Instant.parse("2026-06-01T02:00:00Z");
    static final Instant THREE = Instant.parse("2026-06-01T03:00:00Z");
    static final Instant FOUR = Instant.parse("2026-06-01T04:00:00Z");

    @Test
    void the_start_belongs_to_it_and_the_end_does_not() {
        assertThat(new Interval(ONE, TWO).contains(ONE)).isTrue();
        assertThat(new Interval(ONE, TWO).contains(TWO)).isFalse();
    }

    @Test
    void what_two_have_in_common_is_empty_where_they_do_not_meet() {
        assertThat(new Interval(ONE, THREE).and(new Interval(TWO, FOUR))).isEqualTo(new Interval(TWO, THREE));
        assertThat(new Interval(ONE, TWO).and(new Interval(THREE, FOUR)).isEmpty())
                .isTrue();
        assertThat(new Interval(THREE, FOUR).and(new Interval(ONE, TWO)).isEmpty())
                .isTrue();
        assertThat(new Interval(ONE, FOUR).and(new Interval(TWO, THREE)).length())
                .isEqualTo(ofHours(1));
    }

    @Test
    void it_can_not_end_before_it_starts() {
        assertThatThrownBy(() -> new Interval(TWO, ONE)).hasMessageContaining("ends before it starts");
    }

    @Test
    void a_window_may_end_at_midnight_or_run_into_the_next_day() {
        assertThat(Window.parse("09:00-24:00").length()).isEqualTo(ofHours(15));
        assertThat(Window.parse("00:00-24:00").length()).isEqualTo(ofHours(24));
        assertThat(Window.parse("22:00-06:00").length()).isEqualTo(ofHours(8));
        assertThat(Window.parse("22:00-06:00").runsIntoNextDay()).isTrue();
        assertThat(Window.parse(" 09:30 - 17:30 ")).isEqualTo(new Window(LocalTime.of(9, 30), LocalTime.of(17, 30)));
        assertThat(Window.parse("09:00-24:00")).hasToString("09:00-24:00");
        assertThat(Window.parse("09:30-17:30")).hasToString("09:30-17:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "09:30", "9:30-17:30", "09:30-25:00", "24:00-09:00", "09:30:00-17:30", "09.30-17.30"})
    void anything_else_is_no_window(String text) {
        assertThatThrownBy(() -> Window.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
