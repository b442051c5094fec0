package threeline.promises.sla;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricTest {

    @Test
    void a_metric_has_the_word_that_charters_write() {
        assertThat(Metric.NEXT_RESPONSE.word()).isEqualTo("next-response");
        assertThat(Metric.NEXT_RESPONSE).hasToString("next-response");
    }

    @Test
    void it_is_found_by_that_word_only() {
        assertThat(Metric.find("handover")).hasValue(Metric.HANDOVER);
        assertThat(Metric.find("HANDOVER")).isEmpty();
    }
}
