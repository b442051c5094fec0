package threeline.promises.keeping;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static threeline.promises.keeping.History.at;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import threeline.promises.calendar.Region;
import threeline.promises.clock.State;
import threeline.promises.clock.Which;
import threeline.promises.sla.Metric;

/** What changes of severity, terms and charter make of running promises (clauses 6 and 9). All on Monday, 1 June 2026. */
class ChangesTest {

    static final String CHARTER = """
            calendars:
              office: { mon-fri: 09:00-17:00, holidays: GB-ENG }
              long:   { mon-sun: 08:00-20:00 }
            severities:
              critical: { targets: { response: 30m always, resolution: 2h always } }
              high:     { targets: { response: 2h office, resolution: 1h-4h long } }
              medium:
                targets: { response: 4h office, resolution: { within: next-release, met: [workaround, fix-date] } }
              low:
                targets: { response: 4h office, resolution: { within: next-release, met: { any: [online-resource, [workaround, fix-date]] } } }
              standard: { default: true, targets: { response: 8h office, resolution: 16h office } }
              question: {}
              measured: { targets: { resolution: { measured: office, met: [account-manager-contact] } } }
            acts: { online-resource: agent, account-manager-contact: account-manager }
            releases: [2026-06-10, 2026-07-10]
            holds:
              parts: { pauses: [resolution] }
              all:   { pauses: [response, resolution, next-response] }
            packages:
              gold: { targets: { standard: { response: 1h always } } }
              wide: { calendars: { office: { mon-sun: 07:00-22:00 } } }
            """;

    final History standard = History.under(CHARTER).opened("2026-06-01 10:00", "standard");
    final History medium = History.under(CHARTER).opened("2026-06-01 10:00", "medium");

    static History severity(History history, String at, String to) {
        return history.act(at, it -> new Act.SeverityChanged(it, to));
    }

    static List<Happening> of(History history, String at, Class<? extends Happening> kind) {
        return history.judged(at).happenings().stream()
                .filter(kind::isInstance)
                .map(Happening.class::cast)
                .toList();
    }

    @Test
    void a_new_severity_counts_the_whole_history_by_its_own_calendar() {
        var resolution = severity(standard, "2026-06-01 11:00", "high").resolution("2026-06-01 11:00");
        assertThat(resolution.dueAt()).isEqualTo(at("2026-06-01 14:00"));
        assertThat(resolution.elapsed()).isEqualTo(ofHours(1));
    }

    @Test
    void pauses_are_left_out_by_the_new_calendar_too() {
        var history = standard.act("2026-06-01 10:30", it -> new Act.Held(it, "parts"))
                .act("2026-06-01 12:30", Act.Resumed::new);
        assertThat(severity(history, "2026-06-01 13:00", "high")
                        .resolution("2026-06-01 13:00")
                        .dueAt())
                .isEqualTo(at("2026-06-01 16:00"));
    }

    @Test
    void what_the_new_target_no_longer_leaves_is_breached_at_the_change() {
        var breached = severity(standard, "2026-06-01 13:00", "critical").resolution("2026-06-01 15:00");
        assertThat(breached.state()).isEqualTo(State.BREACHED);
        assertThat(breached.breachedAt()).isEqualTo(at("2026-06-01 13:00"));
    }

    @Test
    void it_is_breached_at_the_change_on_hold_too() {
        var history = standard.act("2026-06-01 12:30", it -> new Act.Held(it, "parts"));
        assertThat(severity(history, "2026-06-01 13:00", "critical")
                        .resolution("2026-06-01 13:00")
                        .breachedAt())
                .isEqualTo(at("2026-06-01 13:00"));
    }

    @Test
    void else_on_hold_it_is_computed_anew_and_stays_paused() {
        var history = standard.act("2026-06-01 11:00", it -> new Act.Held(it, "parts"));
        var paused = severity(history, "2026-06-01 13:00", "critical").resolution("2026-06-01 18:00");
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.left()).isEqualTo(ofHours(1));
    }

    @Test
    void an_act_that_meets_it_at_the_instant_of_the_change_still_keeps_it() {
        var kept = severity(standard, "2026-06-01 13:00", "critical")
                .act("2026-06-01 13:00", Act.Resolved::new)
                .judged("2026-06-01 13:00");
        assertThat(kept.promises()).extracting(Promise::state).containsOnly(State.MET);
    }

    @Test
    void without_that_target_it_is_measured_on_and_an_answer_meets_it() {
        var history = severity(standard, "2026-06-01 12:00", "question");
        var measured = history.response("2026-06-03 10:00");
        assertThat(measured.state()).isEqualTo(State.RUNNING);
        assertThat(measured.dueAt()).isNull();
        assertThat(measured.elapsed()).isEqualTo(ofHours(7 + 8 + 1));
        assertThat(history.act("2026-06-03 10:00", Act.Replied::new)
                        .response("2026-06-03 10:00")
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void back_to_a_severity_with_that_target_the_whole_history_counts() {
        var history = severity(severity(standard, "2026-06-01 12:00", "question"), "2026-06-01 13:00", "standard");
        assertThat(history.response("2026-06-01 13:00").dueAt()).isEqualTo(at("2026-06-02 10:00"));
    }

    @Test
    void a_target_that_comes_late_counts_from_the_opening() {
        var history =
                severity(History.under(CHARTER).opened("2026-06-01 10:00", "question"), "2026-06-01 11:30", "high");
        assertThat(history.response("2026-06-01 11:30").dueAt()).isEqualTo(at("2026-06-01 12:00"));
        assertThat(history.resolution("2026-06-01 11:30").lateAt()).isEqualTo(at("2026-06-01 11:30"));
    }

    @Test
    void of_several_warnings_passed_at_once_only_the_highest_is_given_and_each_only_once() {
        var history = severity(standard, "2026-06-01 11:45", "high");
        severity(history, "2026-06-01 11:46", "standard");
        severity(history, "2026-06-01 11:47", "high");
        assertThat(of(history, "2026-06-01 11:50", Happening.Warned.class))
                .containsExactly(new Happening.Warned(at("2026-06-01 11:45"), Which.promise(Metric.RESPONSE, 1), 80));
    }

    @Test
    void once_late_stays_late() {
        var history = severity(standard, "2026-06-01 12:00", "high");
        assertThat(history.resolution("2026-06-01 12:00").lateAt()).isEqualTo(at("2026-06-01 12:00"));
        assertThat(severity(history, "2026-06-01 12:30", "standard")
                        .resolution("2026-06-01 12:30")
                        .lateAt())
                .isEqualTo(at("2026-06-01 12:00"));
    }

    @Test
    void what_is_met_keeps_its_verdict() {
        var history = standard.act("2026-06-01 12:00", Act.Replied::new);
        assertThat(severity(history, "2026-06-01 13:00", "critical")
                        .response("2026-06-01 13:00")
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void a_due_instant_that_moves_is_told() {
        var history = severity(standard, "2026-06-01 11:00", "high");
        assertThat(of(history, "2026-06-01 11:00", Happening.DueMoved.class))
                .containsExactly(
                        new Happening.DueMoved(
                                at("2026-06-01 11:00"),
                                Which.promise(Metric.RESPONSE, 1),
                                at("2026-06-02 10:00"),
                                at("2026-06-01 12:00")),
                        new Happening.DueMoved(
                                at("2026-06-01 11:00"),
                                Which.promise(Metric.RESOLUTION, 1),
                                at("2026-06-03 10:00"),
                                at("2026-06-01 14:00")));
    }

    @Test
    void the_next_release_is_due_at_the_end_of_its_day() {
        var resolution = medium.resolution("2026-06-01 10:00");
        assertThat(resolution.dueAt()).isEqualTo(at("2026-06-11 00:00"));
        var onReleaseDay = History.under(CHARTER).opened("2026-06-10 10:00", "medium");
        assertThat(onReleaseDay.resolution("2026-06-10 10:00").dueAt()).isEqualTo(at("2026-07-11 00:00"));
    }

    @Test
    void holds_do_not_pause_a_release() {
        var resolution =
                medium.act("2026-06-01 11:00", it -> new Act.Held(it, "parts")).resolution("2026-06-01 12:00");
        assertThat(resolution.state()).isEqualTo(State.RUNNING);
        assertThat(resolution.dueAt()).isEqualTo(at("2026-06-11 00:00"));
    }

    @Test
    void a_moved_release_takes_its_promises_along() {
        var later = medium.act(
                "2026-06-05 10:00",
                it -> new Act.ReleaseMoved(it, LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 20)));
        assertThat(later.resolution("2026-06-04 10:00").dueAt()).isEqualTo(at("2026-06-11 00:00"));
        assertThat(later.resolution("2026-06-05 10:00").dueAt()).isEqualTo(at("2026-06-21 00:00"));
        assertThat(of(later, "2026-06-05 10:00", Happening.ReleaseMoved.class)).hasSize(1);
        var earlier = later.act(
                "2026-06-08 10:00",
                it -> new Act.ReleaseMoved(it, LocalDate.of(2026, 6, 20), LocalDate.of(2026, 6, 7)));
        assertThat(earlier.resolution("2026-06-08 10:00").breachedAt()).isEqualTo(at("2026-06-08 10:00"));
    }

    @Test
    void a_release_beyond_all_calendars_is_explained_too() {
        var far = medium.act(
                "2026-06-05 10:00",
                it -> new Act.ReleaseMoved(it, LocalDate.of(2026, 6, 10), LocalDate.of(2345, 6, 7)));
        var resolution = far.resolution("2026-06-05 10:00");
        assertThat(resolution.dueAt()).isEqualTo(at("2345-06-08 00:00"));
        assertThat(resolution.explanation().parts()).hasSize(1);
        assertThat(resolution.explanation().counted())
                .isEqualTo(Duration.between(at("2026-06-01 10:00"), at("2345-06-08 00:00")));
    }

    @Test
    void a_ticket_opened_after_the_move_knows_the_new_date() {
        var history = History.under(CHARTER)
                .act(
                        "2026-05-20 10:00",
                        it -> new Act.ReleaseMoved(it, LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 20)))
                .opened("2026-06-15 10:00", "medium");
        assertThat(history.resolution("2026-06-15 10:00").dueAt()).isEqualTo(at("2026-06-21 00:00"));
    }

    @Test
    void all_that_met_lists_is_needed() {
        var half = medium.act("2026-06-02 10:00", it -> new Act.Did(it, "workaround"));
        assertThat(half.resolution("2026-06-02 10:00").state()).isEqualTo(State.RUNNING);
        var whole = half.act("2026-06-03 10:00", it -> new Act.Did(it, "fix-date"));
        assertThat(whole.resolution("2026-06-03 10:00").state()).isEqualTo(State.MET);
        assertThat(whole.response("2026-06-03 10:00").state()).isEqualTo(State.BREACHED);
    }

    @Test
    void or_one_of_any() {
        var low = History.under(CHARTER)
                .opened("2026-06-01 10:00", "low")
                .act("2026-06-02 10:00", it -> new Act.Did(it, "online-resource"));
        assertThat(low.resolution("2026-06-02 10:00").state()).isEqualTo(State.MET);
    }

    @Test
    void acts_count_from_the_last_reopening() {
        var reopened = medium.act("2026-06-02 10:00", it -> new Act.Did(it, "workaround"))
                .act("2026-06-03 10:00", Act.Resolved::new)
                .act("2026-06-04 10:00", Act.Reopened::new)
                .act("2026-06-05 10:00", it -> new Act.Did(it, "fix-date"));
        assertThat(reopened.resolution("2026-06-05 10:00").state()).isEqualTo(State.RUNNING);
        assertThat(reopened.act("2026-06-05 11:00", it -> new Act.Did(it, "workaround"))
                        .resolution("2026-06-05 11:00")
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void what_is_measured_has_no_due_instant_and_stands_still_on_hold() {
        var measured = History.under(CHARTER)
                .opened("2026-06-01 10:00", "measured")
                .act("2026-06-01 12:00", it -> new Act.Held(it, "parts"));
        var resolution = measured.resolution("2026-06-02 12:00");
        assertThat(resolution.state()).isEqualTo(State.PAUSED);
        assertThat(resolution.elapsed()).isEqualTo(ofHours(2));
        assertThat(resolution.dueAt()).isNull();
        assertThat(resolution.left()).isNull();
    }

    @Test
    void what_the_reopening_no_longer_leaves_is_breached_then() {
        var history = History.under(CHARTER)
                .opened("2026-06-01 10:00", "standard")
                .act("2026-06-01 14:00", Act.Resolved::new);
        severity(history, "2026-06-01 15:00", "critical");
        history.act("2026-06-02 09:00", Act.Reopened::new);
        assertThat(history.resolution("2026-06-01 20:00").state()).isEqualTo(State.MET);
        assertThat(history.resolution("2026-06-02 09:00").breachedAt()).isEqualTo(at("2026-06-02 09:00"));
    }

    @Test
    void a_package_rules_promises_to_its_organization() {
        var gold = History.under(CHARTER).on(new Terms("gold", null, null)).opened("2026-06-01 20:00", "standard");
        assertThat(gold.response("2026-06-01 20:00").dueAt()).isEqualTo(at("2026-06-01 21:00"));
        assertThat(gold.resolution("2026-06-01 20:00").left()).isEqualTo(ofHours(16));
        var wide = History.under(CHARTER).on(new Terms("wide", null, null)).opened("2026-06-01 20:00", "standard");
        assertThat(wide.response("2026-06-01 20:00").dueAt()).isEqualTo(at("2026-06-02 13:00"));
    }

    @Test
    void an_organization_has_its_own_zone_and_holidays() {
        var boston = new Terms(null, ZoneId.of("America/New_York"), new Region("US-MA"));
        var history = History.under(CHARTER).on(boston).opened("2026-06-01 10:00", "standard");
        assertThat(history.response("2026-06-01 10:00").dueAt()).isEqualTo(at("2026-06-01 22:00"));
        assertThat(history.act("2026-06-01 16:00", it -> new Act.TermsChanged(it, Terms.none()))
                        .response("2026-06-01 16:00")
                        .dueAt())
                .isEqualTo(at("2026-06-02 10:00"));
    }

    static final String SHORTER = CHARTER.replace("response: 8h office", "response: 3h office")
            .replace("parts: { pauses: [resolution] }", "parts: { pauses: [response] }");

    @Test
    void a_new_version_takes_running_promises_along() {
        var history = standard.inForce("2026-06-01 12:00", SHORTER);
        assertThat(history.response("2026-06-01 11:59").dueAt()).isEqualTo(at("2026-06-02 10:00"));
        assertThat(history.response("2026-06-01 12:00").dueAt()).isEqualTo(at("2026-06-01 13:00"));
        assertThat(history.response("2026-06-01 12:00").version()).isEqualTo("2");
        assertThat(of(history, "2026-06-01 12:00", Happening.InForce.class))
                .containsExactly(new Happening.InForce(at("2026-06-01 12:00"), "2"));
    }

    @Test
    void a_verdict_stays_with_the_version_that_gave_it() {
        var history = standard.inForce("2026-06-01 12:00", SHORTER).act("2026-06-01 11:00", Act.Replied::new);
        assertThat(history.response("2026-06-01 15:00").version()).isEqualTo("1");
    }

    @Test
    void a_ticket_opened_under_the_second_version_knows_nothing_of_the_switch() {
        var history =
                History.under(CHARTER).inForce("2026-05-01 12:00", SHORTER).opened("2026-06-01 10:00", "standard");
        assertThat(history.response("2026-06-01 10:00").left()).isEqualTo(ofHours(3));
        assertThat(of(history, "2026-06-01 10:00", Happening.InForce.class)).isEmpty();
    }

    @Test
    void the_same_charter_again_changes_nothing() {
        var twice = standard.inForce("2026-06-01 12:00", CHARTER);
        assertThat(twice.response("2026-06-01 13:00").dueAt()).isEqualTo(at("2026-06-02 10:00"));
        assertThat(of(twice, "2026-06-01 13:00", Happening.DueMoved.class)).isEmpty();
    }

    @Test
    void from_the_switch_the_new_list_of_a_hold_rules() {
        var history = standard.act("2026-06-01 11:00", it -> new Act.Held(it, "parts"))
                .inForce("2026-06-01 12:00", SHORTER);
        assertThat(history.resolution("2026-06-01 12:00").state()).isEqualTo(State.RUNNING);
        assertThat(history.resolution("2026-06-01 12:30").elapsed()).isEqualTo(ofMinutes(90));
        assertThat(history.response("2026-06-01 12:00").state()).isEqualTo(State.PAUSED);
        assertThat(history.response("2026-06-01 12:30").left()).isEqualTo(ofHours(1));
    }

    @Test
    void a_hold_gone_from_the_charter_keeps_its_effect_until_it_ends() {
        var history = standard.act("2026-06-01 11:00", it -> new Act.Held(it, "parts"))
                .inForce("2026-06-01 12:00", CHARTER.replace("parts: { pauses: [resolution] }", ""));
        assertThat(history.resolution("2026-06-01 13:00").state()).isEqualTo(State.PAUSED);
        assertThat(history.act("2026-06-01 14:00", Act.Resumed::new)
                        .resolution("2026-06-01 14:00")
                        .elapsed())
                .isEqualTo(ofHours(1));
    }

    @Test
    void a_renamed_severity_takes_its_tickets_along() {
        var renamed = CHARTER.replace("standard: { default: true,", "usual: { was: [standard], default: true,")
                .replace("gold: { targets: { standard:", "gold: { targets: { usual:");
        var history = standard.inForce("2026-06-01 12:00", renamed);
        assertThat(history.judged("2026-06-01 12:00").situation().severity()).isEqualTo("usual");
        assertThat(history.response("2026-06-01 12:00").dueAt()).isEqualTo(at("2026-06-02 10:00"));
    }

    @Test
    void a_release_keeps_the_date_on_which_the_promise_got_it_through_a_new_version() {
        var history = medium.inForce("2026-06-10 12:00", CHARTER.replace("2026-07-10", "2026-07-20"));
        assertThat(history.resolution("2026-06-10 12:00").dueAt()).isEqualTo(at("2026-06-11 00:00"));
    }

    @Test
    void where_no_release_is_ahead_it_is_only_counted() {
        var late = History.under(CHARTER).opened("2026-08-01 10:00", "medium");
        assertThat(late.resolution("2026-08-02 10:00").dueAt()).isNull();
        assertThat(late.resolution("2026-08-02 10:00").elapsed()).isEqualTo(ofHours(24));
    }

    @Test
    void aims_are_clocks_like_any_other() {
        var history = History.under(CHARTER.replace("question: {}", "question: { aims: { response: 1h office } }"))
                .opened("2026-06-01 10:00", "question");
        var aim = history.judged("2026-06-01 12:00").aim(Metric.RESPONSE).orElseThrow();
        assertThat(aim.state()).isEqualTo(State.BREACHED);
        assertThat(aim.dueAt()).isEqualTo(at("2026-06-01 11:00"));
        assertThat(history.judged("2026-06-01 12:00").promise(Metric.RESPONSE)).isEmpty();
    }

    @Test
    void a_ticket_logged_while_speaking_to_the_caller_is_answered_at_its_opening() {
        var live = History.under(CHARTER).act("2026-06-01 10:00", it -> new Act.Opened(it, "standard", "phone", true));
        assertThat(live.response("2026-06-01 10:00").state()).isEqualTo(State.MET);
        assertThat(live.response("2026-06-01 10:00").elapsed()).isZero();
    }

    @Test
    void a_call_that_reached_nobody_answers_nothing_nor_does_a_note() {
        var history = standard.act("2026-06-01 11:00", it -> new Act.Called(it, false))
                .act("2026-06-01 11:30", Act.Noted::new);
        assertThat(history.response("2026-06-01 12:00").state()).isEqualTo(State.RUNNING);
        assertThat(history.act("2026-06-01 12:00", it -> new Act.Called(it, true))
                        .response("2026-06-01 12:00")
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void a_second_hold_takes_the_place_of_the_first() {
        var history = standard.act("2026-06-01 11:00", it -> new Act.Held(it, "parts"))
                .act("2026-06-01 12:00", it -> new Act.Held(it, "all"));
        assertThat(history.response("2026-06-01 11:30").state()).isEqualTo(State.RUNNING);
        assertThat(history.response("2026-06-01 13:00").state()).isEqualTo(State.PAUSED);
        assertThat(history.judged("2026-06-01 13:00").situation().hold()).isEqualTo("all");
        assertThat(history.act("2026-06-01 14:00", it -> new Act.Held(it, "parts"))
                        .response("2026-06-01 15:00")
                        .elapsed())
                .isEqualTo(ofHours(3));
    }
}
