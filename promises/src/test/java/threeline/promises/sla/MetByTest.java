package threeline.promises.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetByTest {

    @Test
    void all_acts_of_one_way_meet_it() {
        var promised = MetBy.all(Set.of("workaround", "fix-date"));
        assertThat(promised.isMetBy(Set.of("workaround"))).isFalse();
        assertThat(promised.isMetBy(Set.of("workaround", "fix-date", "diagnosis")))
                .isTrue();
    }

    @Test
    void of_several_ways_one_is_enough() {
        var promised = new MetBy(List.of(Set.of("online-resource"), Set.of("workaround", "fix-date")));
        assertThat(promised.isMetBy(Set.of("online-resource"))).isTrue();
        assertThat(promised.isMetBy(Set.of("fix-date"))).isFalse();
    }

    @Test
    void no_act_meets_what_is_met_by_nature() {
        assertThat(MetBy.NATURE.isMetBy(Set.of("workaround", "fix-date"))).isFalse();
    }
}
