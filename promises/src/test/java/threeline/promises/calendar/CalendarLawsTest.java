package threeline.promises.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import threeline.promises.testing.Cases;
import threeline.promises.testing.Draw;

/** What holds of every calendar, tried on random ones in the weeks in which clocks change. */
class CalendarLawsTest {

    private static final int THREE_WEEKS = 21 * 24 * 60;

    private static Calendar calendar(Hours hours) {
        return Calendars.of(ZoneId.of("UTC"), Map.of()).get(hours);
    }

    private static Instant someWeekStart(Draw draw) {
        return SomeHours.date(draw).minusDays(5).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant minute(Draw draw, Instant from, int atMost) {
        return from.plusSeconds(60L * draw.between(0, atMost));
    }

    @Test
    void due_and_elapsed_agree_with_counting_minutes() {
        Cases.tried(1_500, draw -> {
            var hours = SomeHours.any(draw, 2);
            var from = someWeekStart(draw);
            var model = MinuteByMinute.of(hours, from, THREE_WEEKS);
            var calendar = calendar(hours);
            for (var i = 0; i < 50; i++) {
                var start = minute(draw, from, THREE_WEEKS - 1);
                var end = start.plusSeconds(
                        60 * draw.between(0, Duration.between(start, from).toMinutes() + THREE_WEEKS));
                assertThat(calendar.openIn(new Interval(start, end)).toMinutes())
                        .isEqualTo(model.openMinutes(start, end));
                assertThat(calendar.isOpen(start)).isEqualTo(model.isOpen(start));
                var allowance = draw.between(0, 4000);
                var due = model.dueAt(start, allowance);
                if (due != null) {
                    assertThat(calendar.dueAt(start, Duration.ofMinutes(allowance)))
                            .isEqualTo(due);
                }
            }
        });
    }

    @Test
    void elapsed_agrees_with_counting_seconds() {
        Cases.tried(150, draw -> {
            var hours = SomeHours.any(draw, 1);
            var from = someWeekStart(draw);
            var model = MinuteByMinute.of(hours, from, THREE_WEEKS);
            var start = from.plusSeconds(draw.between(0, 10 * 86_400));
            var end = start.plusSeconds(draw.between(0, 2 * 86_400));
            assertThat(calendar(hours).openIn(new Interval(start, end)).toSeconds())
                    .isEqualTo(model.openSeconds(start, end));
        });
    }

    @Test
    void by_the_due_instant_just_the_allowance_has_elapsed() {
        Cases.tried(1_500, draw -> {
            var calendar = calendar(SomeHours.weekly(draw));
            for (var i = 0; i < 20; i++) {
                var start = someWeekStart(draw).plusNanos(draw.between(0L, 9L * 86_400_000_000_000L));
                var allowance = Duration.ofNanos(draw.between(0L, 400L * 3_600_000_000_000L));
                var due = calendar.dueAt(start, allowance);
                if (due != null) {
                    assertJustUsedUp(calendar, new Interval(start, due), allowance);
                }
            }
        });
    }

    /** Not a nanosecond earlier, and a nanosecond more is due later. */
    private static void assertJustUsedUp(Calendar calendar, Interval span, Duration allowance) {
        assertThat(calendar.openIn(span)).isEqualTo(allowance);
        var later = calendar.dueAt(span.start(), allowance.plusNanos(1));
        assertThat(later == null || later.isAfter(span.end())).isTrue();
        if (allowance.isPositive()) {
            var shorter = new Interval(span.start(), span.end().minusNanos(1));
            assertThat(calendar.openIn(shorter)).isLessThan(allowance);
        }
    }

    @Test
    void what_is_not_open_is_open_in_the_opposite() {
        Cases.tried(1_500, draw -> {
            var hours = SomeHours.any(draw, 1);
            var span = span(draw);
            var open = calendar(hours).openIn(span);
            assertThat(open.plus(calendar(new Hours.Not(hours)).openIn(span))).isEqualTo(span.length());
            assertThat(calendar(new Hours.Not(new Hours.Not(hours))).openIn(span))
                    .isEqualTo(open);
        });
    }

    @Test
    void any_and_all_are_each_others_opposites() {
        Cases.tried(1_000, draw -> {
            Hours one = SomeHours.weekly(draw);
            Hours two = SomeHours.weekly(draw);
            var span = span(draw);
            var any = calendar(new Hours.Any(List.of(one, two))).openIn(span);
            var neither = new Hours.Not(new Hours.All(List.of(new Hours.Not(one), new Hours.Not(two))));
            assertThat(calendar(neither).openIn(span)).isEqualTo(any);
            var all = calendar(new Hours.All(List.of(one, two))).openIn(span);
            assertThat(any.plus(all))
                    .isEqualTo(calendar(one).openIn(span).plus(calendar(two).openIn(span)));
        });
    }

    @Test
    void stretches_have_no_holes_and_add_up() {
        Cases.tried(1_000, draw -> {
            var calendar = calendar(SomeHours.any(draw, 1));
            var span = span(draw);
            var at = span.start();
            var open = Duration.ZERO;
            for (var stretch : calendar.stretches(span)) {
                assertThat(stretch.interval().start()).isEqualTo(at);
                assertThat(stretch.interval().isEmpty()).isFalse();
                assertThat(calendar.isOpen(at)).isEqualTo(stretch.isOpen());
                open = stretch.isOpen() ? open.plus(stretch.interval().length()) : open;
                at = stretch.interval().end();
            }
            assertThat(at).isEqualTo(span.end());
            assertThat(open).isEqualTo(calendar.openIn(span));
        });
    }

    @Test
    void it_opens_and_closes_where_it_says() {
        Cases.tried(2_000, draw -> {
            var calendar = calendar(SomeHours.weekly(draw));
            var at = span(draw).start();
            var opens = calendar.opensAt(at);
            if (opens != null) {
                assertThat(calendar.isOpen(opens)).isTrue();
                assertThat(calendar.openIn(new Interval(at, opens))).isZero();
            }
            var closes = calendar.closesAt(at);
            if (closes != null) {
                assertThat(calendar.isOpen(closes)).isFalse();
                assertThat(calendar.openIn(new Interval(at, closes))).isEqualTo(Duration.between(at, closes));
            }
        });
    }

    @Test
    void what_it_was_asked_before_changes_no_answer() {
        Cases.tried(300, draw -> {
            var hours = SomeHours.weekly(draw);
            var asked = calendar(hours);
            draw.some(1, 5, () -> LocalDate.of(draw.between(1990, 2060), 7, 1))
                    .forEach(it -> asked.isOpen(it.atStartOfDay().toInstant(ZoneOffset.UTC)));
            var span = span(draw);
            assertThat(asked.openIn(span)).isEqualTo(calendar(hours).openIn(span));
            assertThat(asked.dueAt(span.start(), Duration.ofDays(100)))
                    .isEqualTo(calendar(hours).dueAt(span.start(), Duration.ofDays(100)));
        });
    }

    private static Interval span(Draw draw) {
        var start = someWeekStart(draw).plusSeconds(draw.between(0, 10 * 86_400));
        return new Interval(start, start.plusSeconds(draw.between(0, 10 * 86_400)));
    }
}
