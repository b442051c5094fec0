package threeline.promises.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import threeline.promises.source.Finding;
import threeline.promises.source.Source;

/** Over the example charter: open 9:30 to 17:30, Monday to Friday, high to be answered within 3 hours of it. */
class RehearsalTest {

    private static final Path BESIDE = Path.of("src/test/resources/charter/scenario.yaml");

    @Test
    void the_example_of_the_handbook_comes_as_expected() {
        assertThat(failures("""
                  - { at: 2026-12-24 16:30, open: T1, severity: high, via: email, from: ann@acme.example }
                  - { at: 2026-12-24 16:30, expect: T1, group: first-line, tier: 1, response: { state: running, due: 2026-12-29 11:30 } }
                  - { at: 2026-12-24 17:30, expect: T1, group: out-of-hours }
                  - { at: 2026-12-29 10:00, reply: T1, by: first-line }
                  - { at: 2026-12-29 10:00, expect: T1, response: { state: met, elapsed: 1h30m } }
                  - { at: 2026-12-29 10:05, hold: T1, for: awaiting-third-party }
                  - { at: 2026-12-29 12:00, expect: T1, resolution: { state: paused, left: 22h25m } }
                """)).isEmpty();
    }

    @Test
    void what_fails_says_what_was_expected_what_came_and_why() {
        assertThat(failures("""
                  - { at: 2026-12-24 16:30, open: T1, severity: high }
                  - { at: 2026-12-24 16:30, expect: T1, response: { due: 2026-12-28 11:30 } }
                """)).singleElement().satisfies(failure -> {
            assertThat(failure)
                    .hasToString("T1: expected response due Mon 2026-12-28 11:30, but it is Tue 2026-12-29 11:30");
            assertThat(failure.explanation())
                    .anySatisfy(line -> assertThat(line).contains("closed: Boxing Day"));
            assertThat(failure.explanation())
                    .anySatisfy(line -> assertThat(line).contains("line 27"));
        });
    }

    @Test
    void a_promise_that_the_ticket_does_not_have_fails() {
        assertThat(failures("""
                  - { at: 2026-12-24 16:30, open: T1 }
                  - { at: 2026-12-24 16:30, expect: T1, vendor: { state: running } }
                """)).singleElement().hasToString("T1: expected a vendor, but the ticket has none");
    }

    @Test
    void acts_of_an_instant_come_before_what_is_expected_of_it_wherever_they_stand() {
        assertThat(failures("""
                  - { at: 2026-12-24 16:30, open: T1, severity: high }
                  - { at: 2026-12-24 16:40, expect: T1, response: { state: met } }
                  - { at: 2026-12-24 16:40, reply: T1 }
                """)).isEmpty();
    }

    @Test
    void events_come_in_order_of_time_and_acts_before_clocks() {
        var events = Rehearsal.of(scenario("""
                  - { at: 2026-11-23 09:30, open: T1, severity: high }
                  - { at: 2026-11-23 09:30, open: T2, severity: high }
                  - { at: 2026-11-23 12:30, note: T2 }
                  - { at: 2026-11-23 12:30, expect: T1, response: { state: breached } }
                """)).events();
        assertThat(events).extracting(Event::at).isSorted();
        assertThat(events.stream()
                        .filter(event -> event.at().equals(Instant.parse("2026-11-23T12:30:00Z")))
                        .map(event -> event.ticket() + " " + event.name()))
                .containsExactly("T2 noted", "T1 breached", "T2 breached");
    }

    @Test
    void at_one_instant_acts_come_as_they_were_played_and_clocks_by_what_they_are_then_by_ticket() {
        var events = Rehearsal.of(scenario("""
                  - { at: 2026-11-23 09:30, open: T1, severity: high }
                  - { at: 2026-11-23 11:00, open: T2, severity: high }
                  - { at: 2026-11-23 12:30, note: T2 }
                  - { at: 2026-11-23 12:30, reply: T2 }
                  - { at: 2026-11-23 12:30, open: T3, severity: high }
                  - { at: 2026-11-23 12:30, note: T1 }
                  - { at: 2026-11-23 14:30, open: T4, severity: high }
                  - { at: 2026-11-23 17:30, note: T4 }
                  - { at: 2026-11-23 17:30, note: T1 }
                """)).events();
        assertThat(at("2026-11-23T12:30:00Z", events))
                .containsExactly(
                        "T2 noted", "T2 answered", "T2 met", "T3 opened", "T3 assigned", "T1 noted", "T1 breached");
        assertThat(at("2026-11-23T17:30:00Z", events))
                .containsExactly(
                        "T4 noted",
                        "T1 noted",
                        "T4 breached",
                        "T1 handed-over",
                        "T2 handed-over",
                        "T3 handed-over",
                        "T4 handed-over");
    }

    private static List<String> at(String instant, List<Event> events) {
        return events.stream()
                .filter(event -> event.at().equals(Instant.parse(instant)))
                .map(event -> event.ticket() + " " + event.name())
                .toList();
    }

    @Test
    void who_may_not_come_in_so_is_told_and_no_ticket_comes_of_it() {
        var rehearsed = Rehearsal.of(scenario("""
                  - { at: 2026-11-23 10:00, open: T1, severity: high, via: chat }
                  - { at: 2026-11-23 10:00, expect: T1, status: refused }
                  - { at: 2026-11-23 10:10, reply: T1 }
                  - { at: 2026-11-23 10:20, expect: T1, status: open }
                  - { at: 2026-11-23 10:30, open: T2, severity: high, via: phone }
                  - { at: 2026-11-23 10:30, expect: T2, status: refused }
                """));
        assertThat(rehearsed.events().getFirst())
                .hasToString("Event[at=2026-11-23T10:00:00Z, ticket=T1, name=refused, details={because=severity,"
                        + " told=high can't be raised by chat. Please use: phone, email, portal.}]");
        assertThat(rehearsed.failures())
                .extracting(Failure::toString)
                .containsExactly(
                        "T1: expected a ticket, but it was refused: high can't be raised by chat. Please use: phone, email, portal.",
                        "T1: expected a ticket, but it was refused: high can't be raised by chat. Please use: phone, email, portal.",
                        "T2: expected status refused, but it is open");
    }

    @Test
    void what_comes_back_to_a_full_tier_goes_on_as_what_is_opened_there() {
        var web = ScenarioFile.read(
                new Source(
                        "scenario.yaml",
                        "charter: web-hosting.yaml\nsteps:\n" + """
                          - { at: 2026-11-23 10:00, open: T0, via: phone }
                          - { at: 2026-11-23 10:00, escalate: T0, to: 2, because: needs-research }
                        """
                                + IntStream.rangeClosed(1, 20)
                                        .mapToObj("  - { at: 2026-11-23 10:00, open: T%d, via: phone }\n"::formatted)
                                        .collect(Collectors.joining())
                                + """
                          - { at: 2026-11-23 10:05, expect: T20, tier: 1 }
                          - { at: 2026-11-23 10:05, return: T0, to: 1, because: easy }
                          - { at: 2026-11-23 10:05, expect: T0, tier: 2 }
                          - { at: 2026-11-23 10:10, resolve: T1 }
                          - { at: 2026-11-23 10:10, return: T0, to: 1, because: easy }
                          - { at: 2026-11-23 10:10, expect: T0, tier: 1 }
                        """),
                Path.of("../charters/scenario.yaml"));
        assertThat(web.findings()).isEmpty();
        assertThat(Rehearsal.of(web.scenario()).failures()).isEmpty();
    }

    @Test
    void a_new_version_rules_from_its_instant() {
        assertThat(failures("""
                  - { at: 2026-11-23 09:30, open: T1, severity: high }
                  - { at: 2026-11-23 10:00, in-force: stricter.yaml }
                  - { at: 2026-11-23 10:00, expect: T1, response: { state: running, due: 2026-11-23 11:30 } }
                """)).isEmpty();
    }

    @Test
    void faulty_steps_are_told_with_their_places() {
        assertThat(found("""
                  - { at: 2026-12-24 16:30, open: T1, severty: high }
                  - { at: 2026-12-24 16:20, reply: T1 }
                  - { at: 2026-12-24 16:30, reply: T2 }
                  - { at: 2026-12-24 16:30, open: T1 }
                  - { at: 2026-12-24 16:30, hold: T1, for: lunch }
                  - { at: 2027-03-28 01:30, note: T1 }
                  - { at: 2027-10-31 01:30, note: T1 }
                  - { at: 2027-06-31 01:30, note: T1 }
                  - { at: 2027-11-01 09:00, replly: T1 }
                  - { at: 2027-11-01 09:00, expect: T1, response: { stat: met } }
                  - nothing
                """))
                .extracting(finding -> finding.at().line() + " " + finding.code() + " " + finding.remedy())
                .containsExactly(
                        "3 key.unknown did you mean \"severity\"?",
                        "4 step.bad put the steps in the order of time",
                        "5 step.bad did you mean \"T1\"?",
                        "6 step.bad give this one another name",
                        "7 name.unknown known are: awaiting-requester, awaiting-third-party",
                        "8 value.bad write it with an offset, such as 2027-03-28T01:30+01:00",
                        "9 value.bad write it with an offset, such as 2027-10-31T01:30+01:00",
                        "10 value.bad write YYYY-MM-DD HH:MM, with seconds or an offset if need be",
                        "11 step.bad did you mean \"reply\"?",
                        "12 key.unknown did you mean \"state\"?",
                        "13 value.bad write { at: …, open: T1 }");
    }

    @Test
    void an_escalation_has_a_reason_of_the_charter_and_a_moved_release_was_one() {
        assertThat(found("""
                  - { at: 2026-11-23 10:00, open: T1 }
                  - { at: 2026-11-23 10:00, escalate: T1, to: 2, because: by-judgement }
                  - { at: 2026-11-23 10:00, return: T1, to: 1, because: whatever people say }
                  - { at: 2026-11-23 10:00, escalate: T1, to: 2, because: beyond-use }
                  - { at: 2026-11-23 10:00, release-moved: 2026-12-10, to: 2026-12-17 }
                """))
                .extracting(Finding::remedy)
                .containsExactly("did you mean \"beyond-us\"?", "name the date as it was before");
    }

    @Test
    void a_charter_that_is_not_there_or_faulty_refuses_the_scenario() {
        var reading = ScenarioFile.read(new Source("scenario.yaml", "charter: none.yaml\nsteps: []\n"), BESIDE);
        assertThat(reading.scenario()).isNull();
        assertThat(reading.findings()).singleElement().asString().contains("there is no such file");
    }

    @Test
    void ten_thousand_tickets_are_rehearsed_in_a_moment() {
        var steps = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            steps.append("  - { at: 2026-11-23 10:00, open: T%d, severity: high, via: email }\n".formatted(i));
        }
        for (int i = 0; i < 10_000; i++) {
            steps.append("  - { at: 2026-11-23 11:00, reply: T%d }\n".formatted(i));
            steps.append("  - { at: 2026-11-23 11:00, expect: T%d, response: { state: met } }\n".formatted(i));
        }
        assertThat(failures(steps.toString())).isEmpty();
    }

    private static List<Failure> failures(String steps) {
        return Rehearsal.of(scenario(steps)).failures();
    }

    private static Scenario scenario(String steps) {
        var reading = read(steps);
        assertThat(reading.findings()).isEmpty();
        return reading.scenario();
    }

    private static List<Finding> found(String steps) {
        return read(steps).findings();
    }

    private static ScenarioFile.Reading read(String steps) {
        return ScenarioFile.read(new Source("scenario.yaml", "charter: example.yaml\nsteps:\n" + steps), BESIDE);
    }
}
