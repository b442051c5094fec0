package threeline.promises.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import threeline.promises.charter.Charters;

class ClosedTest {

    private final Calendars calendars = Charters.of("""
            calendars:
              office: { mon-thu: 09:00-17:00, holidays: GB-ENG, closed: 2026-12-31 }
            severities: { normal: {} }
            """).calendars();

    @Test
    void each_reason_is_told_as_it_continues_closed() {
        assertThat(why("2026-11-23T08:00:00Z")).isEqualTo("outside hours");
        assertThat(why("2026-11-27T12:00:00Z")).isEqualTo("no hours on Friday");
        assertThat(why("2026-11-28T12:00:00Z")).isEqualTo("weekend");
        assertThat(why("2026-12-31T12:00:00Z")).isEqualTo("closed on this date");
        assertThat(why("2026-12-28T12:00:00Z")).isEqualTo("Boxing Day");
    }

    @Test
    void a_place_is_told_by_its_code() {
        assertThat(new Region("GB-ENG")).hasToString("GB-ENG");
    }

    @Test
    void hours_and_what_a_charter_says_of_them_are_found_by_name() {
        assertThat(calendars.hours("always")).isEqualTo(new Hours.Always());
        assertThat(calendars.hours("nights")).isNull();
        assertThat(calendars.get("office")).isSameAs(calendars.get("office"));
    }

    private String why(String instant) {
        var office = (Hours.Weekly) Objects.requireNonNull(calendars.hours("office"));
        var opening = new WeeklyOpening(ZoneId.of("Europe/London"), office.week(), office.exceptions());
        return opening.why(Instant.parse(instant)).text();
    }
}
