package threeline.promises.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Charters;
import threeline.promises.clock.State;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Asked;
import threeline.promises.keeping.Terms;
import threeline.promises.keeping.Version;

/** The desk is open round the clock; a ticket came at nine, and at ten another version takes over. */
class SuccessionTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final Charter charter = Charters.of("""
            groups: { helpdesk: {}, experts: { severities: high } }
            severities:
              high: { targets: { response: 4h always } }
              low: {}
            categories: { access: {} }
            """);
    private final List<Case> cases = List.of(opened("T1", "high"), opened("T2", "low"));

    @Test
    void a_version_that_drops_what_tickets_use_is_refused_with_those_tickets() {
        var next = "groups: { desk: {} }\nseverities: { urgent: {}, low: {} }\n";
        assertThat(to(next).dropped(cases))
                .extracting(Dropped::toString)
                .containsExactly(
                        "category \"access\" is dropped, which T1, T2 use",
                        "group \"helpdesk\" is dropped, which T1, T2 use",
                        "severity \"high\" is dropped, which T1 uses");
    }

    @Test
    void what_is_only_renamed_goes_on() {
        var next = """
                groups: { desk: { was: helpdesk } }
                severities: { urgent: { was: high }, low: {} }
                categories: { entry: { was: access } }
                """;
        assertThat(to(next).dropped(cases)).isEmpty();
    }

    @Test
    void old_and_new_due_instants_are_shown_before_it_takes_effect() {
        var next = """
                groups: { helpdesk: {} }
                severities: { high: { targets: { response: 2h always } }, low: {} }
                categories: { access: {} }
                """;
        assertThat(to(next).changes(cases)).singleElement().satisfies(change -> {
            assertThat(change.ticket()).isEqualTo("T1");
            assertThat(change.before())
                    .isEqualTo(new Change.Seen(State.RUNNING, Instant.parse("2026-11-23T13:00:00Z")));
            assertThat(change.after()).isEqualTo(new Change.Seen(State.RUNNING, Instant.parse("2026-11-23T11:00:00Z")));
            assertThat(change.wouldBreak()).isFalse();
        });
    }

    @Test
    void in_hindsight_it_is_seen_what_would_have_been_broken() {
        var next = """
                groups: { helpdesk: {} }
                severities: { high: { targets: { response: 30m always } }, low: {} }
                categories: { access: {} }
                """;
        assertThat(to(next).hindsight(cases, TEN))
                .singleElement()
                .satisfies(change -> assertThat(change.wouldBreak()).isTrue());
    }

    private Succession to(String next) {
        return new Succession(List.of(new Version(charter, "old", NINE)), new Version(Charters.of(next), "new", TEN));
    }

    private static Case opened(String ticket, String severity) {
        var asked = new Asked("access", null, null, null, null);
        return new Case(ticket, Terms.none(), List.of(new Act.Opened(NINE, severity, null, false, asked)));
    }
}
