package threeline.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** It is Tuesday, 24 November 2026, 14:12 in London. */
class MomentsTest {

    final Moments moments = new Moments(ZoneId.of("Europe/London"), Instant.parse("2026-11-24T14:12:00Z"));

    @Test
    void today_needs_no_date() {
        assertThat(moments.date(Instant.parse("2026-11-24T15:31:00Z"))).isEqualTo("today");
        assertThat(moments.day(Instant.parse("2026-11-24T00:00:00Z"))).isEqualTo("Today");
    }

    @Test
    void within_the_week_the_weekday_will_do() {
        assertThat(moments.brief(Instant.parse("2026-11-25T10:15:00Z"))).isEqualTo("Wed 10:15");
        assertThat(moments.brief(Instant.parse("2026-12-02T10:15:00Z"))).isEqualTo("Wed 2 Dec");
    }

    @Test
    void another_year_is_named() {
        assertThat(moments.day(Instant.parse("2025-05-05T10:00:00Z"))).isEqualTo("Monday 5 May 2025");
    }

    @Test
    void the_place_decides_which_day_it_is() {
        var newYork = new Moments(ZoneId.of("America/New_York"), Instant.parse("2026-11-25T03:00:00Z"));
        assertThat(newYork.date(Instant.parse("2026-11-24T14:00:00Z"))).isEqualTo("today");
        assertThat(newYork.clock(Instant.parse("2026-11-24T14:00:00Z"))).isEqualTo("09:00");
    }

    @Test
    void a_length_is_told_as_finely_as_it_matters() {
        assertThat(Moments.length(Duration.ofSeconds(45))).isEqualTo("45 s");
        assertThat(Moments.length(Duration.ofSeconds(252))).isEqualTo("4 m 12 s");
        assertThat(Moments.length(Duration.ofMinutes(56))).isEqualTo("56 m");
        assertThat(Moments.length(Duration.ofMinutes(79))).isEqualTo("1 h 19 m");
        assertThat(Moments.length(Duration.ofHours(62))).isEqualTo("62 h");
        assertThat(Moments.span(Duration.ofHours(76))).isEqualTo("3 d 4 h");
    }
}
