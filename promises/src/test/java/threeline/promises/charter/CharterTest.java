package threeline.promises.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threeline.promises.sla.MetBy;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

class CharterTest {

    private final Charter charter = Charters.of("""
            languages: [de, en]
            words: { severity: priority }
            calendars:
              office:
                mon-fri: 09:00-17:00
                open: { 2026-12-24: 09:00-12:00 }
                closed: 2026-12-31
              support: { any: [office, saturdays], day: 6h }
              saturdays: { sat: 10:00-12:00 }
            tiers:
              first:  { was: helpdesk }
              second: {}
            groups:
              clerks: { was: [desk, team] }
              experts: { tier: second, covers: office, rights: on-watch }
            categories:
              access: { was: login }
              ledger: { tier: second }
            channels:
              line:  { by: phone, number: "0850" }
              email: { address: help@example.org }
              old:   { by: phone, number: "0851" }
            holds:
              parts: { name: Waiting for parts }
            severities:
              high:
                name: High
                means: Work has stopped
                was: [urgent, top]
                targets:
                  response: next-release
                  next-response: { measured: office, met: workaround }
                  resolution: { within: 4-8h office, met: { any: [fix-date, [workaround]] }, warn: [90, 10%] }
              low: { means: It can wait, default: true, targets: { response: { within: next-release, met: fix-date } } }
            releases: 2026-12-01
            """);

    @Test
    void its_groups_have_rights_always_unless_it_says_on_their_watch_alone() {
        assertThat(charter.ladder().group("clerks").orElseThrow().isBound()).isFalse();
        assertThat(charter.ladder().group("experts").orElseThrow().isBound()).isTrue();
    }

    @Test
    void it_says_whose_it_is() {
        assertThat(charter.name()).isEqualTo("Test");
        assertThat(charter.prefix()).isEqualTo("TST");
        assertThat(charter.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(charter.desk().language()).isEqualTo("de");
        assertThat(charter.desk().word("severity")).isEqualTo("priority");
        assertThat(charter.desk().word("ticket")).isEqualTo("ticket");
    }

    @Test
    void what_it_declares_is_found_by_name() {
        assertThat(charter.group("experts").tier()).isEqualTo("second");
        assertThat(charter.severity("high").means()).isEqualTo("Work has stopped");
        assertThat(charter.defaultSeverity().id()).isEqualTo("low");
        assertThat(charter.hold("parts")).map(Hold::name).hasValue("Waiting for parts");
        assertThat(charter.hold("weather")).isEmpty();
        assertThat(charter.holds()).containsOnlyKeys("parts");
        assertThat(charter.calendars().names()).containsExactlyInAnyOrder("office", "support", "saturdays", "always");
        assertThat(charter.calendars().has("office")).isTrue();
        assertThat(charter.calendars().has("nights")).isFalse();
    }

    @Test
    void what_it_does_not_declare_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charter.tier("9"))
                .withMessage("the charter has no tier 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charter.group("9"))
                .withMessage("the charter has no group 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charter.severity("9"))
                .withMessage("the charter has no severity 9");
    }

    @Test
    void what_states_no_tier_is_on_the_first() {
        assertThat(charter.group("clerks").tier()).isEqualTo("first");
        assertThat(charter.waysIn().categories().get("access").tiers()).containsExactly("first");
        assertThat(charter.waysIn().categories().get("ledger").tiers()).containsExactly("second");
    }

    @Test
    void it_knows_what_earlier_versions_called_things() {
        assertThat(charter.written().renames())
                .isEqualTo(new Renames(
                        Map.of("urgent", "high", "top", "high"),
                        Map.of("helpdesk", "first"),
                        Map.of("desk", "clerks", "team", "clerks"),
                        Map.of("login", "access")));
    }

    @Test
    void a_channel_is_known_by_its_name_or_where_it_is_the_only_one_by_its_kind() {
        assertThat(charter.channel("line")).map(Channel::id).hasValue("line");
        assertThat(charter.channel("email")).map(Channel::id).hasValue("email");
        assertThat(charter.channel("phone")).isEmpty();
        assertThat(charter.channel("pigeon")).isEmpty();
    }

    @Test
    void dates_have_their_own_hours() {
        var office = charter.calendar("office");
        assertThat(office.isOpen(Instant.parse("2026-12-24T11:59:59Z"))).isTrue();
        assertThat(office.isOpen(Instant.parse("2026-12-24T12:00:00Z"))).isFalse();
        assertThat(office.isOpen(Instant.parse("2026-12-31T12:00:00Z"))).isFalse();
        assertThat(office.isOpen(Instant.parse("2026-12-30T12:00:00Z"))).isTrue();
    }

    @Test
    void a_calendar_may_say_how_long_its_day_is() {
        var day = charter.calendar("support").day();
        assertThat(day == null ? null : day.length()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void a_target_is_a_figure_a_release_or_only_counted() {
        var high = charter.severity("high");
        assertThat(high.target(Metric.RESPONSE))
                .isInstanceOfSatisfying(
                        Target.NextRelease.class, it -> assertThat(it.metBy()).isEqualTo(MetBy.NATURE));
        assertThat(high.target(Metric.NEXT_RESPONSE)).isInstanceOfSatisfying(Target.Measured.class, it -> {
            assertThat(it.calendar()).isEqualTo("office");
            assertThat(it.metBy()).isEqualTo(MetBy.all(Set.of("workaround")));
        });
        assertThat(high.target(Metric.RESOLUTION)).isInstanceOfSatisfying(Target.Within.class, it -> {
            assertThat(it.expected()).hasToString("4h");
            assertThat(it.limit()).hasToString("8h office");
            assertThat(it.warnings()).containsExactly(10, 90);
            assertThat(it.metBy().ways()).isEqualTo(List.of(Set.of("fix-date"), Set.of("workaround")));
        });
        assertThat(charter.severity("low").target(Metric.RESPONSE))
                .isInstanceOfSatisfying(
                        Target.NextRelease.class,
                        it -> assertThat(it.metBy()).isEqualTo(MetBy.all(Set.of("fix-date"))));
    }
}
