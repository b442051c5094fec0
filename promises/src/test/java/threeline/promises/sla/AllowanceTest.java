package threeline.promises.sla;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Calendars;
import threeline.promises.calendar.Hours;
import threeline.promises.calendar.Window;

class AllowanceTest {

    /** Open four days a week, eight hours each. */
    static final Calendar OFFICE = Calendars.of(ZoneId.of("Europe/London"), Map.of())
            .get(new Hours.Weekly(
                    null,
                    Map.of(
                            DayOfWeek.MONDAY, List.of(Window.parse("09:30-17:30")),
                            DayOfWeek.TUESDAY, List.of(Window.parse("09:30-17:30")),
                            DayOfWeek.WEDNESDAY, List.of(Window.parse("09:30-17:30")),
                            DayOfWeek.THURSDAY, List.of(Window.parse("09:30-17:30"))),
                    Hours.Exceptions.NONE));

    @Test
    void hours_and_minutes_are_the_same_everywhere() {
        assertThat(Allowance.parse("90m").on(OFFICE)).isEqualTo(ofMinutes(90));
        assertThat(Allowance.parse("1h30m").on(Calendar.ALWAYS)).isEqualTo(ofMinutes(90));
        assertThat(Allowance.parse("24h").on(OFFICE)).isEqualTo(ofHours(24));
        assertThat(Allowance.parse("45s").on(OFFICE)).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void a_day_is_a_working_day_and_a_week_has_as_many_as_it_opens() {
        assertThat(Allowance.parse("2d").on(OFFICE)).isEqualTo(ofHours(16));
        assertThat(Allowance.parse("1w").on(OFFICE)).isEqualTo(ofHours(32));
        assertThat(Allowance.parse("1w1d1h").on(OFFICE)).isEqualTo(ofHours(41));
        assertThat(Allowance.parse("1d").on(Calendar.ALWAYS)).isEqualTo(ofHours(24));
        assertThat(Allowance.parse("1w").on(Calendar.ALWAYS)).isEqualTo(ofHours(168));
    }

    @Test
    void days_need_a_calendar_that_knows_how_long_one_is() {
        var nights = Calendars.of(ZoneId.of("UTC"), Map.of()).get(new Hours.Not(new Hours.Always()));
        assertThatThrownBy(() -> Allowance.parse("2d").on(nights)).hasMessageContaining("2d");
        assertThat(Allowance.parse("2h").on(nights)).isEqualTo(ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "3", "h", "3x", "-3h", "1.5h", "3h 2m", "2m3h", "1h1h", "99999999h", "1000001h", "٣h"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Allowance.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_longest_has_a_million_of_a_unit() {
        assertThat(Allowance.parse("1000000h").on(OFFICE)).isEqualTo(ofHours(1_000_000));
        assertThat(Allowance.parse("0000001h").on(OFFICE)).isEqualTo(ofHours(1));
    }

    @Test
    void only_nothing_of_every_unit_is_zero() {
        assertThat(Allowance.parse("0d0h").isZero()).isTrue();
        assertThat(Allowance.parse("1s").isZero()).isFalse();
        assertThat(Allowance.parse("1d").isZero()).isFalse();
        assertThat(Allowance.parse("1w").isZero()).isFalse();
    }

    @Test
    void a_limit_is_told_as_it_was_written() {
        assertThat(new Limit(Allowance.parse("1h30m"), "office")).hasToString("1h30m office");
        assertThat(Allowance.of(ofMinutes(90)).on(OFFICE)).isEqualTo(ofMinutes(90));
    }
}
