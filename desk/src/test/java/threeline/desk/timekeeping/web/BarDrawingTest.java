package threeline.desk.timekeeping.web;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.timekeeping.web.Bar.Kind.CLOSED;
import static threeline.desk.timekeeping.web.Bar.Kind.HOLD;
import static threeline.desk.timekeeping.web.Bar.Kind.LATE;
import static threeline.desk.timekeeping.web.Bar.Kind.LEFT;
import static threeline.desk.timekeeping.web.Bar.Kind.MET;
import static threeline.desk.timekeeping.web.Bar.Kind.OVER;
import static threeline.desk.timekeeping.web.Bar.Kind.UNUSED;
import static threeline.desk.timekeeping.web.Bar.Kind.USED;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import threeline.desk.timekeeping.web.Bar.Day;
import threeline.desk.timekeeping.web.Bar.Dot;
import threeline.desk.timekeeping.web.Bar.Segment;
import threeline.desk.timekeeping.web.Stretch.Sort;
import threeline.promises.calendar.Interval;
import threeline.promises.clock.State;

/** The bars of the design, with the numbers that stand there; hours are 8 to 18, Monday to Friday. */
class BarDrawingTest {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final List<Integer> WARNINGS = List.of(50, 80);

    @Test
    void open_time_has_its_length_and_the_rest_is_folded_to_an_eighth() {
        var bar = BarDrawing.of(new BarFacts(
                List.of(
                        open("20T16:20", "20T18:00"),
                        closed("20T18:00", "23T08:00"),
                        open("23T08:00", "23T11:05"),
                        held("23T11:05", "23T15:47"),
                        open("23T15:47", "23T18:00"),
                        closed("23T18:00", "24T08:00"),
                        open("24T08:00", "24T18:00"),
                        closed("24T18:00", "25T08:00"),
                        open("25T08:00", "25T15:02")),
                State.RUNNING,
                at("24T14:12"),
                Duration.ofHours(24),
                Duration.ofMinutes(650),
                null,
                WARNINGS,
                LONDON));

        assertThat(bar.segments())
                .containsExactly(
                        new Segment(USED, "0.00%", "4.63%"),
                        new Segment(CLOSED, "4.63%", "8.33%"),
                        new Segment(USED, "12.96%", "8.56%"),
                        new Segment(HOLD, "21.53%", "8.33%"),
                        new Segment(USED, "29.86%", "6.16%"),
                        new Segment(CLOSED, "36.02%", "8.33%"),
                        new Segment(USED, "44.35%", "17.22%"),
                        new Segment(LEFT, "61.57%", "10.56%"),
                        new Segment(CLOSED, "72.13%", "8.33%"),
                        new Segment(LEFT, "80.46%", "19.54%"));
        assertThat(bar.days())
                .containsExactly(
                        new Day("0.00%", "Fri"),
                        new Day("12.96%", "Mon"),
                        new Day("44.35%", "Tue"),
                        new Day("80.46%", "Wed"));
        assertThat(bar.warnings()).containsExactly(new Dot("58.33%", true), new Dot("86.67%", false));
        assertThat(bar.now()).isEqualTo("61.57%");
        assertThat(bar.due()).isEqualTo("100.00%");
        assertThat(bar.act()).isNull();
        assertThat(bar.motion())
                .isEqualTo(new Bar.Motion(
                        at("24T14:12").toEpochMilli(), at("24T18:00").toEpochMilli(), "61.57", "72.13"));
    }

    @Test
    void what_was_met_shows_where_and_what_was_not_needed() {
        var bar = BarDrawing.of(new BarFacts(
                List.of(open("20T16:20", "20T18:00"), closed("20T18:00", "23T08:00"), open("23T08:00", "23T08:52")),
                State.MET,
                at("24T14:12"),
                Duration.ofHours(3),
                Duration.ofMinutes(28),
                null,
                WARNINGS,
                LONDON));

        assertThat(bar.segments())
                .containsExactly(
                        new Segment(MET, "0.00%", "49.38%"),
                        new Segment(CLOSED, "49.38%", "11.11%"),
                        new Segment(MET, "60.49%", "25.68%"),
                        new Segment(UNUSED, "86.17%", "13.83%"));
        assertThat(bar.warnings()).containsExactly(new Dot("44.44%", true), new Dot("82.22%", true));
        assertThat(bar.act()).isEqualTo("86.17%");
        assertThat(bar.due()).isEqualTo("100.00%");
        assertThat(bar.now()).isNull();
    }

    @Test
    void what_was_met_within_a_millisecond_has_its_place_too() {
        var opened = Instant.parse("2026-11-23T09:00:00.000001Z");
        var met = new Stretch(new Interval(opened, opened.plusNanos(2000)), Sort.OPEN, "");
        var bar = BarDrawing.of(new BarFacts(
                List.of(met), State.MET, opened.plusSeconds(60), Duration.ZERO, Duration.ZERO, null, WARNINGS, LONDON));
        assertThat(bar.segments()).containsExactly(new Segment(MET, "0.00%", "100.00%"));
        assertThat(bar.days()).containsExactly(new Day("0.00%", "Mon"));
    }

    @Test
    void after_the_last_warning_what_is_used_turns_amber() {
        var bar = BarDrawing.of(running("24T11:00", Duration.ofMinutes(15)));

        assertThat(bar.segments())
                .containsExactly(
                        new Segment(USED, "0.00%", "80.00%"),
                        new Segment(LATE, "80.00%", "11.67%"),
                        new Segment(LEFT, "91.67%", "8.33%"));
    }

    @Test
    void before_it_all_lies_ahead() {
        var bar = BarDrawing.of(running("24T08:15", Duration.ofHours(3)));

        assertThat(bar.segments()).containsExactly(new Segment(LEFT, "0.00%", "100.00%"));
        assertThat(bar.now()).isEqualTo("0.00%");
    }

    @Test
    void time_past_due_follows_the_flag() {
        var bar = BarDrawing.of(breached(Duration.ofMinutes(45)));

        assertThat(bar.segments())
                .containsExactly(new Segment(USED, "0.00%", "80.00%"), new Segment(OVER, "80.00%", "20.00%"));
        assertThat(bar.due()).isEqualTo("80.00%");
        assertThat(bar.now()).isEqualTo("100.00%");
    }

    @Test
    void a_month_past_due_takes_half_of_the_bar() {
        var bar = BarDrawing.of(breached(Duration.ofDays(30)));

        assertThat(bar.segments())
                .containsExactly(new Segment(USED, "0.00%", "50.00%"), new Segment(OVER, "50.00%", "50.00%"));
    }

    @Test
    void on_hold_there_is_no_flag_and_the_time_left_follows() {
        var bar = BarDrawing.of(new BarFacts(
                List.of(open("24T08:00", "24T09:00"), held("24T09:00", "24T12:00")),
                State.PAUSED,
                at("24T12:00"),
                Duration.ofHours(4),
                Duration.ofHours(3),
                null,
                WARNINGS,
                LONDON));

        assertThat(bar.segments())
                .containsExactly(
                        new Segment(USED, "0.00%", "22.22%"),
                        new Segment(HOLD, "22.22%", "11.11%"),
                        new Segment(LEFT, "33.33%", "66.67%"));
        assertThat(bar.now()).isEqualTo("33.33%");
        assertThat(bar.due()).isNull();
    }

    private static BarFacts running(String now, Duration left) {
        return new BarFacts(
                List.of(open("24T08:15", "24T11:15")),
                State.RUNNING,
                at(now),
                Duration.ofHours(3),
                left,
                null,
                WARNINGS,
                LONDON);
    }

    private static BarFacts breached(Duration over) {
        return new BarFacts(
                List.of(open("24T08:00", "24T11:00")),
                State.BREACHED,
                at("24T11:00").plus(over),
                Duration.ofHours(3),
                Duration.ZERO,
                over,
                WARNINGS,
                LONDON);
    }

    private static Stretch open(String from, String to) {
        return new Stretch(new Interval(at(from), at(to)), Sort.OPEN, "");
    }

    private static Stretch closed(String from, String to) {
        return new Stretch(new Interval(at(from), at(to)), Sort.CLOSED, "Closed, night");
    }

    private static Stretch held(String from, String to) {
        return new Stretch(new Interval(at(from), at(to)), Sort.HOLD, "On hold");
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-11-%s:00Z".formatted(dayAndTime));
    }
}
