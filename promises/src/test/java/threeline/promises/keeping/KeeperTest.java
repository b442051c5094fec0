package threeline.promises.keeping;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static threeline.promises.keeping.History.at;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import threeline.promises.calendar.Closed;
import threeline.promises.calendar.Interval;
import threeline.promises.charter.Charters;
import threeline.promises.clock.Explanation;
import threeline.promises.clock.Reason;
import threeline.promises.clock.State;
import threeline.promises.clock.Which;
import threeline.promises.sla.Metric;

/** The office is open 9:30 to 17:30, Monday to Friday, but not on England's bank holidays. */
class KeeperTest {

    static final String CHARTER = """
            calendars:
              office: { mon-fri: 09:30-17:30, holidays: GB-ENG }
              nights: { not: office }
            tiers:
              1: { name: First line, takes: direct, cover: always, escalate: { to: 2, when: { beyond-us: Too hard } } }
              2: { name: Second line, takes: escalations, cover: office }
            groups:
              first-line:   { name: First Line, tier: 1, covers: office }
              out-of-hours: { name: Out of Hours, tier: 1, covers: nights }
              second-line:  { name: Second Line, tier: 2, covers: office }
            severities:
              high:
                targets: { response: 3h office, next-response: 2h office, resolution: 24h office }
              standard:
                default: true
                targets: { response: 4h office, resolution: 4h-8h office }
              question: {}
            holds:
              awaiting-requester:   { pauses: [resolution, stay], ends: contact }
              awaiting-third-party: { pauses: [resolution, stay] }
            """;

    static final String THU_24_DEC_2026_16_30 = "2026-12-24 16:30";
    static final String THU_24_DEC_2026_17_30 = "2026-12-24 17:30";
    static final String TUE_29_DEC_2026_10_00 = "2026-12-29 10:00";
    static final String TUE_29_DEC_2026_11_30 = "2026-12-29 11:30";

    final History high = History.under(CHARTER).opened(THU_24_DEC_2026_16_30, "high");
    final History standard = History.under(CHARTER).opened("2026-06-01 10:00", "standard");

    @Test
    void christmas_and_the_weekend_do_not_count() {
        var response = high.response(THU_24_DEC_2026_16_30);
        assertThat(response.state()).isEqualTo(State.RUNNING);
        assertThat(response.dueAt()).isEqualTo(at(TUE_29_DEC_2026_11_30));
        assertThat(response.left()).isEqualTo(ofHours(3));
    }

    @Test
    void at_closing_time_the_ticket_passes_to_the_night() {
        assertThat(high.judged(THU_24_DEC_2026_16_30).situation().group()).isEqualTo("first-line");
        assertThat(high.judged(THU_24_DEC_2026_17_30).situation().group()).isEqualTo("out-of-hours");
        assertThat(high.judged("2026-12-29 09:29").situation().group()).isEqualTo("out-of-hours");
        assertThat(high.judged("2026-12-29 09:30").situation().group()).isEqualTo("first-line");
    }

    @Test
    void a_reply_meets_the_response() {
        var response = high.act(TUE_29_DEC_2026_10_00, Act.Replied::new).response(TUE_29_DEC_2026_10_00);
        assertThat(response.state()).isEqualTo(State.MET);
        assertThat(response.elapsed()).isEqualTo(ofMinutes(90));
    }

    @Test
    void on_hold_what_is_left_is_shown_and_nothing_is_due() {
        var resolution = high.act("2026-12-29 10:05", it -> new Act.Held(it, "awaiting-third-party"))
                .resolution("2026-12-29 12:00");
        assertThat(resolution.state()).isEqualTo(State.PAUSED);
        assertThat(resolution.left()).isEqualTo(ofHours(22).plusMinutes(25));
        assertThat(resolution.dueAt()).isNull();
    }

    @Test
    void an_answer_at_the_last_moment_keeps_the_promise() {
        assertThat(high.act(TUE_29_DEC_2026_11_30, Act.Replied::new)
                        .response("2026-12-29 12:00")
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void a_breach_is_dated_at_the_due_instant_however_late_anyone_looks() {
        var response = high.act("2027-01-04 10:00", Act.Replied::new).response("2027-02-01 12:00");
        assertThat(response.state()).isEqualTo(State.BREACHED);
        assertThat(response.breachedAt()).isEqualTo(at(TUE_29_DEC_2026_11_30));
        assertThat(response.endedAt()).isEqualTo(at("2027-01-04 10:00"));
        assertThat(response.elapsed()).isEqualTo(ofHours(1 + 8 * 3).plusMinutes(30));
    }

    @Test
    void a_target_used_up_at_closing_time_is_due_then() {
        var due = History.under(CHARTER).opened("2026-06-01 14:30", "high").response("2026-06-01 14:30");
        assertThat(due.dueAt()).isEqualTo(at("2026-06-01 17:30"));
    }

    @Test
    void warnings_are_given_at_half_and_four_fifths_of_the_time() {
        assertThat(standard.judged("2026-06-02 12:00").happenings())
                .filteredOn(it -> it instanceof Happening.OfPromise)
                .containsExactly(
                        new Happening.Warned(at("2026-06-01 12:00"), Which.promise(Metric.RESPONSE, 1), 50),
                        new Happening.Warned(at("2026-06-01 13:12"), Which.promise(Metric.RESPONSE, 1), 80),
                        new Happening.Warned(at("2026-06-01 14:00"), Which.promise(Metric.RESOLUTION, 1), 50),
                        new Happening.Late(at("2026-06-01 14:00"), Which.promise(Metric.RESOLUTION, 1)),
                        new Happening.Breached(at("2026-06-01 14:00"), Which.promise(Metric.RESPONSE, 1)),
                        new Happening.Warned(at("2026-06-01 16:24"), Which.promise(Metric.RESOLUTION, 1), 80),
                        new Happening.Breached(at("2026-06-02 10:00"), Which.promise(Metric.RESOLUTION, 1)));
    }

    @Test
    void the_first_figure_of_a_range_passes_late_beside_running_or_met() {
        var late = standard.resolution("2026-06-01 15:00");
        assertThat(late.state()).isEqualTo(State.RUNNING);
        assertThat(late.lateAt()).isEqualTo(at("2026-06-01 14:00"));
        var met = standard.act("2026-06-01 16:00", Act.Resolved::new).resolution("2026-06-01 16:00");
        assertThat(met.state()).isEqualTo(State.MET);
        assertThat(met.lateAt()).isEqualTo(at("2026-06-01 14:00"));
    }

    @Test
    void only_a_contact_after_an_answer_asks_for_the_next_response() {
        var early = high.act("2026-12-24 16:40", Act.Contacted::new);
        assertThat(early.judged("2026-12-24 16:40").promise(Metric.NEXT_RESPONSE))
                .isEmpty();
        var next = early.act("2026-12-24 16:50", Act.Replied::new)
                .act("2026-12-24 17:00", Act.Contacted::new)
                .act("2026-12-24 17:10", Act.Contacted::new)
                .nextResponse("2026-12-24 17:10");
        assertThat(next.startedAt()).isEqualTo(at("2026-12-24 17:00"));
        assertThat(next.dueAt()).isEqualTo(at("2026-12-29 11:00"));
    }

    @Test
    void an_answer_ends_the_next_response_and_the_next_contact_starts_another() {
        var history = high.act("2026-12-24 16:50", Act.Replied::new)
                .act("2026-12-24 17:00", Act.Contacted::new)
                .act("2026-12-24 17:05", Act.Replied::new)
                .act("2026-12-24 17:10", Act.Contacted::new);
        assertThat(history.nextResponse("2026-12-24 17:10").nth()).isEqualTo(2);
        assertThat(history.judged("2026-12-24 17:10").promises())
                .filteredOn(it -> it.metric() == Metric.NEXT_RESPONSE)
                .extracting(Promise::state)
                .containsExactly(State.MET, State.RUNNING);
    }

    @Test
    void a_contact_ends_the_hold_that_waits_for_it() {
        var waiting = high.act("2026-12-29 10:00", it -> new Act.Held(it, "awaiting-requester"));
        assertThat(waiting.judged("2026-12-29 10:30").situation().status()).isEqualTo(Status.HELD);
        var again = waiting.act("2026-12-29 11:00", Act.Contacted::new);
        assertThat(again.judged("2026-12-29 11:00").situation().status()).isEqualTo(Status.OPEN);
        assertThat(again.resolution("2026-12-29 11:00").left())
                .isEqualTo(ofHours(24).minus(ofMinutes(90)));
    }

    @Test
    void a_hold_at_the_due_instant_does_not_save_the_clock() {
        var resolution = standard.act("2026-06-02 10:00", it -> new Act.Held(it, "awaiting-third-party"))
                .resolution("2026-06-02 10:00");
        assertThat(resolution.state()).isEqualTo(State.BREACHED);
        assertThat(resolution.breachedAt()).isEqualTo(at("2026-06-02 10:00"));
    }

    @Test
    void resolving_by_a_person_meets_and_spam_only_ends() {
        assertThat(standard.act("2026-06-01 10:30", Act.Resolved::new)
                        .judged("2026-06-01 10:30")
                        .promises())
                .filteredOn(it -> it.metric() != Metric.STAY)
                .extracting(Promise::state)
                .containsExactly(State.MET, State.MET);
        var spam = History.under(CHARTER)
                .opened("2026-06-01 10:00", "standard")
                .act("2026-06-01 10:30", it -> new Act.Resolved(it, Act.Resolved.As.SPAM));
        assertThat(spam.judged("2026-06-01 10:30").promises())
                .extracting(Promise::state)
                .containsOnly(State.ENDED);
    }

    @Test
    void time_while_resolved_does_not_count() {
        var resolution = standard.act("2026-06-01 12:00", Act.Resolved::new)
                .act("2026-06-03 10:00", Act.Contacted::new)
                .resolution("2026-06-03 10:00");
        assertThat(resolution.state()).isEqualTo(State.RUNNING);
        assertThat(resolution.elapsed()).isEqualTo(ofHours(2));
        assertThat(resolution.dueAt()).isEqualTo(at("2026-06-03 16:00"));
    }

    @Test
    void a_severity_without_targets_promises_nothing() {
        assertThat(History.under(CHARTER)
                        .opened("2026-06-01 10:00", "question")
                        .judged("2026-06-05 10:00")
                        .promises())
                .isEmpty();
    }

    @Test
    void one_instant_is_known_at_which_something_happens_by_itself() {
        assertThat(standard.judged("2026-06-01 10:00").nextAt()).isEqualTo(at("2026-06-01 12:00"));
        assertThat(standard.judged("2026-06-01 10:00").nextDueAt()).contains(at("2026-06-01 14:00"));
    }

    @Test
    void each_stretch_is_explained() {
        var explanation = high.response(THU_24_DEC_2026_16_30).explanation();
        assertThat(explanation.counted()).isEqualTo(ofHours(3));
        assertThat(explanation.target().citation().text()).contains("3h office");
        assertThat(explanation.parts())
                .containsExactly(
                        part(THU_24_DEC_2026_16_30, THU_24_DEC_2026_17_30, new Reason.Open()),
                        part(THU_24_DEC_2026_17_30, "2026-12-25 00:00", closed(new Closed.OutsideHours())),
                        part("2026-12-25 00:00", "2026-12-26 00:00", closed(new Closed.Holiday("Christmas"))),
                        part("2026-12-26 00:00", "2026-12-28 00:00", closed(new Closed.Weekend())),
                        part("2026-12-28 00:00", "2026-12-29 00:00", closed(new Closed.Holiday("Boxing Day"))),
                        part("2026-12-29 00:00", "2026-12-29 09:30", closed(new Closed.OutsideHours())),
                        part("2026-12-29 09:30", TUE_29_DEC_2026_11_30, new Reason.Open()));
    }

    @Test
    void time_on_hold_is_explained_by_what_it_waits_for() {
        var explanation = standard.act("2026-06-01 11:00", it -> new Act.Held(it, "awaiting-third-party"))
                .act("2026-06-02 12:00", Act.Resumed::new)
                .resolution("2026-06-02 12:00")
                .explanation();
        assertThat(explanation.parts())
                .containsExactly(
                        part("2026-06-01 10:00", "2026-06-01 11:00", new Reason.Open()),
                        part("2026-06-01 11:00", "2026-06-02 12:00", new Reason.OnHold("awaiting-third-party")),
                        part("2026-06-02 12:00", "2026-06-02 17:30", new Reason.Open()),
                        part("2026-06-02 17:30", "2026-06-03 09:30", closed(new Closed.OutsideHours())),
                        part("2026-06-03 09:30", "2026-06-03 11:00", new Reason.Open()));
    }

    @Test
    void a_history_without_an_opening_or_out_of_order_is_refused() {
        var replied = new Act.Replied(at("2026-06-01 10:00"));
        var opened = new Act.Opened(at("2026-06-01 11:00"), "high", "email", false);
        assertThatThrownBy(() -> judge(List.of())).hasMessageContaining("not opened");
        assertThatThrownBy(() -> judge(List.of(replied))).hasMessageContaining("before its opening");
        assertThatThrownBy(() -> judge(List.of(opened, opened))).hasMessageContaining("after its opening");
        assertThatThrownBy(() -> judge(List.of(opened, replied))).hasMessageContaining("out of order");
        assertThatThrownBy(() -> Keeper.judge(List.of(), Terms.none(), List.of(opened), opened.at()))
                .hasMessageContaining("no version");
    }

    private static Standing judge(List<Act> acts) {
        var version = new Version(Charters.of(CHARTER), "1", Instant.EPOCH);
        return Keeper.judge(List.of(version), Terms.none(), acts, at("2026-06-02 10:00"));
    }

    private static Explanation.Part part(String start, String end, Reason reason) {
        return new Explanation.Part(new Interval(at(start), at(end)), reason);
    }

    private static Reason closed(Closed why) {
        return new Reason.Shut(why);
    }
}
