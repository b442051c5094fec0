package threeline.promises.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;
import threeline.promises.tier.Then;

class CharterFileTest {

    private final Charter example = Charters.example("example");
    private final Charter more = Charters.example("more");

    @Test
    void the_default_is_the_severity_that_says_so_else_the_last() {
        assertThat(example.defaultSeverity().id()).isEqualTo("standard");
        assertThat(more.defaultSeverity().id()).isEqualTo("change-request");
    }

    @Test
    void a_target_remembers_its_line() {
        var target = example.severity("high").target(Metric.RESPONSE);
        assertThat(target).isInstanceOf(Target.Within.class);
        assertThat(target.citation().line()).isEqualTo(27);
        assertThat(target.citation().text()).isEqualTo("targets: { response: 3h office, resolution: 24h office }");
    }

    @Test
    void a_range_has_what_is_expected_and_a_limit() {
        var target = (Target.Within) example.severity("standard").target(Metric.RESOLUTION);
        assertThat(target.expected()).hasToString("4h");
        assertThat(target.limit()).hasToString("8h office");
    }

    @Test
    void a_stay_may_have_two_limits() {
        var stay = more.tier("1").stay();
        assertThat(stay.limits())
                .extracting(limit -> limit.limit().toString())
                .containsExactly("1d office", "12h always");
        assertThat(stay.then()).isEqualTo(Then.ESCALATE);
        assertThat(more.tier("2").stay().resetByConsulting()).containsExactly("3");
    }

    @Test
    void acts_that_meet_a_target_are_all_of_a_list_or_one_of_any() {
        assertThat(more.severity("medium").target(Metric.RESOLUTION).metBy().ways())
                .containsExactly(Set.of("workaround", "fix-date"));
        assertThat(more.severity("low").target(Metric.RESOLUTION).metBy().ways())
                .isEqualTo(List.of(Set.of("online-resource"), Set.of("workaround", "fix-date")));
    }

    @Test
    void a_time_box_is_a_duration() {
        assertThat(more.tier("1").timebox()).isEqualTo(Duration.ofMinutes(15));
    }
}
