package threeline.promises.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Charters;

/** Office hours are Monday to Friday 09:00 to 17:00 in London; the night is all the rest. */
class WatchTest {

    private static final Instant MONDAY_AT_NOON = london("2026-11-23T12:00");
    private static final Instant MONDAY_AT_FIVE = london("2026-11-23T17:00");
    private static final Instant SATURDAY = london("2026-11-28T12:00");

    private final Charter charter = Charters.of("""
            calendars:
              office: { mon-fri: 09:00-17:00 }
              nights: { not: office }
              early: { mon-fri: 06:00-09:00 }
            tiers:
              1: {}
              2: {}
            applications: { ledger: The ledger }
            groups:
              day: { tier: 1, covers: office }
              german: { tier: 1, covers: office, speak: [de, en] }
              ledgers: { tier: 1, covers: office, know: ledger }
              critical: { tier: 1, covers: office, severities: top }
              night: { tier: 1, covers: nights, severities: normal }
              experts: { tier: 2, covers: office }
              early-birds: { tier: 2, covers: early }
            severities:
              top: {}
              normal: {}
            """);

    @Test
    void the_first_group_on_watch_takes_it() {
        assertThat(groupFor("1", null, MONDAY_AT_NOON)).isEqualTo("day");
    }

    @Test
    void at_closing_time_it_is_the_next_watch() {
        assertThat(groupFor("1", null, MONDAY_AT_FIVE)).isEqualTo("night");
    }

    @Test
    void who_speaks_the_language_comes_first() {
        assertThat(groupFor("1", "de", MONDAY_AT_NOON)).isEqualTo("german");
    }

    @Test
    void then_who_knows_the_application() {
        assertThat(groupFor("1", null, MONDAY_AT_NOON, "ledger")).isEqualTo("ledgers");
    }

    @Test
    void language_goes_before_knowledge() {
        assertThat(groupFor("1", "de", MONDAY_AT_NOON, "ledger")).isEqualTo("german");
    }

    @Test
    void who_lists_severities_takes_only_those() {
        var wanted = new Wanted("1", null, Set.of(), "top", null);
        assertThat(charter.watch().groupFor(wanted, MONDAY_AT_FIVE))
                .hasValueSatisfying(group -> assertThat(group.id()).isEqualTo("day"));
    }

    @Test
    void who_takes_the_severity_goes_before_who_does_not_though_the_charter_lists_them_later() {
        var watch = Charters.of("""
                groups:
                  critical: { severities: top }
                  all: {}
                severities: { top: {}, normal: {} }
                """).watch();
        assertThat(watch.groupFor(askedBy(null), MONDAY_AT_NOON)).map(Group::id).hasValue("all");
    }

    @Test
    void where_nobody_is_there_it_waits_for_whoever_opens_soonest() {
        assertThat(groupFor("2", null, SATURDAY)).isEqualTo("early-birds");
        assertThat(charter.watch().groupOnWatch(new Wanted("2", null, Set.of(), "normal", null), SATURDAY))
                .isEmpty();
    }

    @Test
    void a_seam_is_where_somebody_comes_or_goes() {
        assertThat(charter.watch().seamAfter("1", MONDAY_AT_NOON)).isEqualTo(MONDAY_AT_FIVE);
    }

    @Test
    void an_outside_group_gets_only_the_tickets_that_it_may_see() {
        var watch = Charters.of("""
                groups:
                  acme:  { outside: acme }
                  zenith: { outside: zenith, sees: all }
                  own:   {}
                severities: { normal: {} }
                """).watch();
        assertThat(watch.groupFor(askedBy("acme"), MONDAY_AT_NOON).orElseThrow().id())
                .isEqualTo("acme");
        assertThat(watch.groupFor(askedBy("bolt"), MONDAY_AT_NOON).orElseThrow().id())
                .isEqualTo("zenith");
        assertThat(watch.groupFor(askedBy(null), MONDAY_AT_NOON).orElseThrow().id())
                .isEqualTo("zenith");
    }

    @Test
    void where_only_another_organizations_people_work_nobody_gets_it() {
        var watch = Charters.of("groups: { acme: { outside: acme } }\nseverities: { normal: {} }")
                .watch();
        assertThat(watch.groupFor(askedBy("bolt"), MONDAY_AT_NOON)).isEmpty();
    }

    @Test
    void who_is_on_a_tier_is_told_for_each_instant() {
        assertThat(charter.watch().on("1", MONDAY_AT_NOON))
                .extracting(Group::id)
                .containsExactly("day", "german", "ledgers", "critical");
        assertThat(charter.watch().on("1", MONDAY_AT_FIVE))
                .extracting(Group::id)
                .containsExactly("night");
        assertThat(charter.watch().on("2", SATURDAY)).isEmpty();
        assertThat(charter.watch().on("9", MONDAY_AT_NOON)).isEmpty();
    }

    @Test
    void a_group_that_never_comes_or_goes_has_no_seam() {
        var always = Charters.of("groups: { all: {} }\nseverities: { normal: {} }");
        var all = always.group("all");
        assertThat(always.watch().seamAfter(all, MONDAY_AT_NOON)).isNull();
        assertThat(always.watch().seamAfter("1", MONDAY_AT_NOON)).isNull();
        assertThat(always.watch().isOn(all, SATURDAY)).isTrue();
        assertThat(charter.watch().isOn(charter.group("experts"), SATURDAY)).isFalse();
    }

    private static Wanted askedBy(@Nullable String organization) {
        return new Wanted("1", null, Set.of(), "normal", organization);
    }

    private String groupFor(String tier, @Nullable String language, Instant at, String... knowledge) {
        var wanted = new Wanted(tier, language, Set.of(knowledge), "normal", null);
        return charter.watch().groupFor(wanted, at).orElseThrow().id();
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/London")).toInstant();
    }
}
