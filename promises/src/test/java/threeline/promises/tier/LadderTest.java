package threeline.promises.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Charters;

class LadderTest {

    private final Charter charter = Charters.of("""
            tiers:
              1:
                name: First Line
                timebox: 15m
                escalate: { to: 2, when: { beyond-us: We need help } }
                overflow: { to: 3, when: { waiting: 4 } }
              2: { escalate: { to: project, when: { development: It has to be built } } }
              3: { takes: by-name }
            groups:
              clerks: { tier: 1 }
              callers: { tier: 1 }
              experts: { tier: 2 }
            severities: { normal: {} }
            """);
    private final Ladder ladder = charter.ladder();

    @Test
    void above_a_tier_is_the_next_of_the_charter_and_above_the_last_is_none() {
        assertThat(ladder.above("1")).map(Tier::id).hasValue("2");
        assertThat(ladder.above("2")).map(Tier::id).hasValue("3");
        assertThat(ladder.above("3")).isEmpty();
        assertThat(ladder.above("9")).isEmpty();
    }

    @Test
    void tiers_and_groups_are_found_by_their_names() {
        assertThat(ladder.tier("1")).map(Tier::name).hasValue("First Line");
        assertThat(ladder.tier("9")).isEmpty();
        assertThat(ladder.group("experts")).map(Group::tier).hasValue("2");
        assertThat(ladder.group("9")).isEmpty();
        assertThat(ladder.on("1")).extracting(Group::id).containsExactly("clerks", "callers");
    }

    @Test
    void a_tier_takes_tickets_only_in_the_ways_it_says() {
        assertThat(charter.tier("3").takes(Takes.BY_NAME)).isTrue();
        assertThat(charter.tier("3").takes(Takes.DIRECT)).isFalse();
    }

    @Test
    void the_way_off_a_tier_leads_to_another_or_to_a_project() {
        var up = charter.tier("1").escalation();
        var out = charter.tier("2").escalation();
        assertThat(up == null ? null : up.to()).isEqualTo("2");
        assertThat(up != null && up.toProject()).isFalse();
        assertThat(out != null && out.toProject()).isTrue();
        assertThat(charter.tier("1").overflow()).isEqualTo(new Overflow("3", 4));
        assertThat(charter.tier("1").timebox()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_group_that_lists_what_it_can_do_does_only_that() {
        var skills = new Skills(Set.of("de"), Set.of("ledger"), Set.of("top"));
        assertThat(skills.speaks("de", "en")).isTrue();
        assertThat(skills.speaks("en", "en")).isFalse();
        assertThat(skills.knows(Set.of("printer", "ledger"))).isTrue();
        assertThat(skills.knows(Set.of())).isFalse();
        assertThat(skills.takes("normal")).isFalse();
        assertThat(Skills.ANY.speaks("en", "en")).isTrue();
        assertThat(Skills.ANY.speaks("de", "en")).isFalse();
        assertThat(Skills.ANY.takes("normal")).isTrue();
    }
}
