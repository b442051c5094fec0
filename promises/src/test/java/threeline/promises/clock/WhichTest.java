package threeline.promises.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import threeline.promises.sla.Metric;

class WhichTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void a_promise_is_told_by_its_metric_and_its_number_from_the_second() {
        assertThat(Which.promise(Metric.RESPONSE, 1)).hasToString("response");
        assertThat(Which.promise(Metric.NEXT_RESPONSE, 2)).hasToString("next-response 2");
        assertThat(Which.aim(Metric.RESPONSE, 1)).hasToString("response (aim)");
        assertThat(Which.aim(Metric.NEXT_RESPONSE, 3)).hasToString("next-response 3 (aim)");
    }

    @Test
    void promises_come_before_aims_then_in_the_order_of_metrics_and_numbers() {
        assertThat(Stream.of(
                                Which.aim(Metric.RESPONSE, 1),
                                Which.promise(Metric.RESOLUTION, 1),
                                Which.promise(Metric.NEXT_RESPONSE, 2),
                                Which.promise(Metric.NEXT_RESPONSE, 1),
                                Which.promise(Metric.RESPONSE, 1))
                        .sorted())
                .extracting(Which::toString)
                .containsExactly("response", "next-response", "next-response 2", "resolution", "response (aim)");
    }

    @Test
    void a_state_is_told_as_scenarios_write_it() {
        assertThat(State.BREACHED).hasToString("breached");
    }

    @Test
    void of_marks_at_one_instant_a_warning_is_told_before_lateness_and_that_before_the_breach() {
        var warning = new Mark(NOON, Mark.Kind.WARNING, 80);
        var breach = new Mark(NOON, Mark.Kind.BREACH, 100);
        var earlier = new Mark(NOON.minusSeconds(1), Mark.Kind.BREACH, 100);
        assertThat(warning.isBefore(breach)).isTrue();
        assertThat(breach.isBefore(warning)).isFalse();
        assertThat(breach.isBefore(breach)).isFalse();
        assertThat(earlier.isBefore(warning)).isTrue();
        assertThat(warning.isBefore(earlier)).isFalse();
    }
}
