package threeline.promises.keeping;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static threeline.promises.keeping.ChangesTest.of;
import static threeline.promises.keeping.ChangesTest.severity;
import static threeline.promises.keeping.History.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import threeline.promises.clock.State;
import threeline.promises.clock.Which;
import threeline.promises.sla.Allowance;
import threeline.promises.sla.Metric;

/** A desk with three lines; 1 June 2026 is a Monday. */
class TiersTest {

    static final String CHARTER = """
            languages: [en, de]
            calendars:
              office:  { mon-fri: 09:00-17:00 }
              evening: { mon-fri: 17:00-23:00 }
              early:   { mon-fri: 06:00-09:00 }
            tiers:
              1:
                name: First
                takes: direct
                timebox: 15m
                stay: { limit: [1d office, 12h always], then: escalate }
                handover: { accept: 30m, then: alert }
                escalate: { to: 2, when: { hard: Too hard } }
              2:
                name: Second
                takes: escalations
                stay: { limit: 2d office, resets: { consultation: 3 }, then: alert }
                escalate: { to: 3, when: { harder: Harder still } }
              3: { name: Third, takes: [escalations, by-name], escalate: { to: project } }
            groups:
              day:     { name: Day, tier: 1, covers: office }
              night:   { name: Night, tier: 1, covers: evening, severities: [high, standard] }
              dawn:    { name: Dawn, tier: 1, covers: early }
              germans: { name: Germans, tier: 1, covers: office, speak: [de], severities: [high, standard] }
              servers: { name: Servers, tier: 2, covers: office, know: [mail] }
              webs:    { name: Webs, tier: 2, covers: office }
              experts: { name: Experts, tier: 3, covers: office, people: [eve] }
            categories:
              web:  { name: Web, tiers: [2] }
              mail: { name: Mail, tiers: [1, 2] }
            severities:
              high:     { targets: { resolution: 100h always } }
              standard: { default: true, rises: { to: high, when: limit }, targets: { resolution: 4h office } }
              slow:     { rises: { to: high, when: 6h office, targets: new }, targets: { response: 8h office, resolution: 1h-16h office } }
              wary:     { rises: { to: high, when: expected }, targets: { resolution: 1h-16h office } }
            holds:
              parts: { pauses: [resolution, stay] }
              quote: { pauses: [resolution] }
            vendors:
              maker: { name: Maker, target: 2h office }
            close-after: 5d office
            """;

    final History ticket = History.under(CHARTER).opened("2026-06-01 10:00", "high");

    static History asked(Asked asked) {
        return History.under(CHARTER).act("2026-06-01 10:00", it -> new Act.Opened(it, "high", "email", false, asked));
    }

    static String group(History history, String at) {
        return history.judged(at).situation().group();
    }

    static String tier(History history, String at) {
        return history.judged(at).situation().tier();
    }

    @Test
    void the_first_group_on_watch_takes_it() {
        assertThat(group(ticket, "2026-06-01 10:00")).isEqualTo("day");
        assertThat(group(History.under(CHARTER).opened("2026-06-01 18:00", "high"), "2026-06-01 18:00"))
                .isEqualTo("night");
    }

    @Test
    void who_speaks_the_requesters_language_comes_first() {
        assertThat(group(asked(new Asked(null, null, "de", null, null)), "2026-06-01 10:00"))
                .isEqualTo("germans");
        assertThat(group(asked(new Asked(null, null, "en", null, null)), "2026-06-01 10:00"))
                .isEqualTo("day");
    }

    @Test
    void a_category_names_its_tier_and_a_person_their_own() {
        var web = asked(new Asked("web", null, null, null, null));
        assertThat(tier(web, "2026-06-01 10:00")).isEqualTo("2");
        assertThat(group(web, "2026-06-01 10:00")).isEqualTo("servers");
        var eve = asked(new Asked(null, null, null, "eve", null));
        assertThat(tier(eve, "2026-06-01 10:00")).isEqualTo("3");
        assertThat(group(eve, "2026-06-01 10:00")).isEqualTo("experts");
    }

    @Test
    void where_nobody_is_on_watch_it_goes_to_who_opens_soonest() {
        assertThat(group(History.under(CHARTER).opened("2026-06-06 10:00", "high"), "2026-06-06 10:00"))
                .isEqualTo("dawn");
    }

    @Test
    void at_the_seam_it_passes_to_who_is_there_then() {
        assertThat(group(ticket, "2026-06-01 16:59")).isEqualTo("day");
        assertThat(group(ticket, "2026-06-01 17:00")).isEqualTo("night");
        assertThat(of(ticket, "2026-06-01 17:00", Happening.HandedOver.class))
                .containsExactly(new Happening.HandedOver(at("2026-06-01 17:00"), "day", "night"));
    }

    @Test
    void where_nobody_is_there_it_stays_until_the_first_comes_on_watch() {
        var held = ticket.act("2026-06-01 11:00", it -> new Act.Held(it, "parts"));
        assertThat(group(held, "2026-06-01 23:30")).isEqualTo("night");
        assertThat(group(held, "2026-06-02 06:00")).isEqualTo("dawn");
    }

    @Test
    void coming_back_to_its_own_group_is_no_handover() {
        var second = ticket.act("2026-06-01 10:30", it -> new Act.Escalated(it, "2", "hard"));
        assertThat(group(second, "2026-06-02 12:00")).isEqualTo("servers");
        assertThat(of(second, "2026-06-02 12:00", Happening.HandedOver.class)).isEmpty();
    }

    @Test
    void one_that_enters_at_the_seam_goes_to_who_is_there_then() {
        var history = History.under(CHARTER).opened("2026-06-01 17:00", "high");
        assertThat(group(history, "2026-06-01 17:00")).isEqualTo("night");
        assertThat(of(history, "2026-06-01 17:00", Happening.HandedOver.class)).isEmpty();
    }

    @Test
    void an_assignment_to_a_group_off_watch_holds_until_its_next_seam() {
        var assigned = ticket.act("2026-06-01 11:00", it -> new Act.Held(it, "parts"))
                .act("2026-06-01 16:00", it -> new Act.Assigned(it, "dawn"));
        assertThat(group(assigned, "2026-06-01 18:00")).isEqualTo("dawn");
        assertThat(group(assigned, "2026-06-02 08:59")).isEqualTo("dawn");
        assertThat(group(assigned, "2026-06-02 09:00")).isEqualTo("day");
    }

    @Test
    void an_assignment_at_the_seam_is_as_if_just_after_it() {
        var assigned = ticket.act("2026-06-01 11:00", it -> new Act.Held(it, "parts"))
                .act("2026-06-01 17:00", it -> new Act.Assigned(it, "day"));
        assertThat(group(assigned, "2026-06-01 17:00")).isEqualTo("day");
        assertThat(group(assigned, "2026-06-02 08:00")).isEqualTo("day");
    }

    @Test
    void an_assignment_to_another_tier_is_refused() {
        assertThat(group(ticket.act("2026-06-01 11:00", it -> new Act.Assigned(it, "experts")), "2026-06-01 11:00"))
                .isEqualTo("day");
    }

    @Test
    void another_organizations_people_never_get_it() {
        var charter = CHARTER.replace(
                "experts: { name: Experts",
                "acme: { name: Acme, tier: 3, covers: office, outside: acme, people: [ann] }\n  experts: { name: Experts");
        var up = new Act.Escalated(at("2026-06-01 10:30"), "3", "hard");
        var others = History.under(charter).opened("2026-06-01 10:00", "high").act("2026-06-01 10:30", _ -> up);
        assertThat(group(others, "2026-06-01 10:30")).isEqualTo("experts");
        others.act("2026-06-01 10:40", it -> new Act.Assigned(it, "acme"));
        assertThat(group(others, "2026-06-01 10:40")).isEqualTo("experts");
        var theirs = new Act.Opened(at("2026-06-01 10:00"), "high", "phone", false, Asked.NOTHING.by("acme"));
        var own = History.under(charter).act("2026-06-01 10:00", _ -> theirs).act("2026-06-01 10:30", _ -> up);
        assertThat(group(own, "2026-06-01 10:30")).isEqualTo("acme");
        var ann = new Asked(null, null, null, "ann", "bolt");
        var byName =
                History.under(charter).act("2026-06-01 10:00", it -> new Act.Opened(it, "high", "phone", false, ann));
        assertThat(tier(byName, "2026-06-01 10:00")).isEqualTo("1");
    }

    @Test
    void the_receiver_accepts_by_saying_so_or_by_a_reply() {
        var waiting = ticket.judged("2026-06-01 17:10").promise(Metric.HANDOVER).orElseThrow();
        assertThat(waiting.dueAt()).isEqualTo(at("2026-06-01 17:30"));
        var accepted = ticket.act("2026-06-01 17:10", it -> new Act.Replied(it, "night"));
        assertThat(accepted.judged("2026-06-01 17:10")
                        .promise(Metric.HANDOVER)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void a_reply_by_others_does_not_accept() {
        var replied = ticket.act("2026-06-01 17:10", it -> new Act.Replied(it, "day"));
        assertThat(of(replied, "2026-06-01 17:30", Happening.Alerted.class))
                .containsExactly(new Happening.Alerted(at("2026-06-01 17:30"), Which.promise(Metric.HANDOVER, 1)));
    }

    @Test
    void a_further_handover_takes_the_place_of_the_first() {
        var quiet =
                severity(ticket, "2026-06-01 11:00", "high").act("2026-06-01 11:00", it -> new Act.Held(it, "parts"));
        assertThat(quiet.judged("2026-06-02 06:00").promises())
                .filteredOn(it -> it.metric() == Metric.HANDOVER)
                .extracting(Promise::state)
                .containsExactly(State.BREACHED, State.RUNNING);
    }

    @Test
    void the_limit_that_binds_first_escalates() {
        assertThat(ticket.stay("2026-06-01 12:00").dueAt()).isEqualTo(at("2026-06-01 22:00"));
        assertThat(tier(ticket, "2026-06-01 21:59")).isEqualTo("1");
        assertThat(tier(ticket, "2026-06-01 22:00")).isEqualTo("2");
        assertThat(of(ticket, "2026-06-01 22:00", Happening.Escalated.class))
                .containsExactly(new Happening.Escalated(at("2026-06-01 22:00"), "1", "2", "stayed-too-long"));
        assertThat(ticket.judged("2026-06-01 22:00").promises())
                .filteredOn(it -> it.metric() == Metric.STAY)
                .extracting(Promise::state)
                .containsExactly(State.BREACHED, State.RUNNING);
    }

    @Test
    void of_two_limits_the_one_that_binds_is_told() {
        var early = History.under(CHARTER).opened("2026-06-01 05:00", "high");
        assertThat(early.stay("2026-06-01 10:00").dueAt()).isEqualTo(at("2026-06-01 17:00"));
        assertThat(early.stay("2026-06-01 10:00").left()).isEqualTo(ofHours(7));
        assertThat(ticket.stay("2026-06-01 12:00").left()).isEqualTo(ofHours(10));
    }

    @Test
    void an_extension_moves_all_limits_each_on_its_own_calendar() {
        var longer = ticket.act("2026-06-01 12:00", it -> new Act.Extended(it, Allowance.parse("1d"), false));
        assertThat(longer.stay("2026-06-01 12:00").dueAt()).isEqualTo(at("2026-06-02 22:00"));
    }

    @Test
    void after_a_breached_stay_a_consultation_that_resets_starts_a_new_one() {
        var second = ticket.act("2026-06-01 10:30", it -> new Act.Escalated(it, "2", "hard"));
        assertThat(second.stay("2026-06-02 10:30").dueAt()).isEqualTo(at("2026-06-03 10:30"));
        assertThat(of(second, "2026-06-03 10:30", Happening.Alerted.class))
                .containsExactly(new Happening.Alerted(at("2026-06-03 10:30"), Which.promise(Metric.STAY, 2)));
        var consulted = second.act("2026-06-04 09:00", it -> new Act.Consulted(it, "3"));
        assertThat(consulted.stay("2026-06-04 09:00").dueAt()).isEqualTo(at("2026-06-05 17:00"));
        assertThat(consulted.judged("2026-06-04 09:00").promises())
                .filteredOn(it -> it.metric() == Metric.STAY)
                .extracting(Promise::state)
                .containsExactly(State.MET, State.BREACHED, State.RUNNING);
    }

    @Test
    void a_consultation_in_time_starts_the_stay_from_the_beginning() {
        var second = ticket.act("2026-06-01 10:30", it -> new Act.Escalated(it, "2", "hard"))
                .act("2026-06-02 16:00", it -> new Act.Consulted(it, "3"));
        assertThat(second.stay("2026-06-02 16:00").dueAt()).isEqualTo(at("2026-06-04 16:00"));
        assertThat(second.act("2026-06-03 16:00", it -> new Act.Consulted(it, "1"))
                        .stay("2026-06-03 16:00")
                        .dueAt())
                .isEqualTo(at("2026-06-04 16:00"));
    }

    @Test
    void only_a_hold_that_lists_it_stops_the_stay() {
        var parts = ticket.act("2026-06-01 11:00", it -> new Act.Held(it, "parts"));
        assertThat(parts.stay("2026-06-05 11:00").state()).isEqualTo(State.PAUSED);
        var quote = History.under(CHARTER)
                .opened("2026-06-01 10:00", "high")
                .act("2026-06-01 11:00", it -> new Act.Held(it, "quote"));
        assertThat(tier(quote, "2026-06-01 22:00")).isEqualTo("2");
    }

    @Test
    void an_escalation_in_time_keeps_the_limit_and_is_told() {
        var second = ticket.act("2026-06-01 10:30", it -> new Act.Escalated(it, "2", "hard"));
        assertThat(second.judged("2026-06-01 10:30").promises().stream()
                        .filter(it -> it.metric() == Metric.STAY)
                        .map(Promise::state))
                .containsExactly(State.MET, State.RUNNING);
        assertThat(of(second, "2026-06-01 10:30", Happening.Told.class))
                .containsExactly(new Happening.Told(at("2026-06-01 10:30"), "hard"));
        var back = second.act("2026-06-01 11:00", it -> new Act.Returned(it, "1", "it was easy"));
        assertThat(tier(back, "2026-06-01 11:00")).isEqualTo("1");
        assertThat(back.stay("2026-06-01 11:00").nth()).isEqualTo(3);
    }

    @Test
    void reopened_the_tier_is_kept_and_its_stay_goes_on() {
        var reopened = ticket.act("2026-06-01 11:00", Act.Resolved::new).act("2026-06-01 19:00", Act.Reopened::new);
        assertThat(reopened.stay("2026-06-01 18:00").state()).isEqualTo(State.ENDED);
        assertThat(reopened.stay("2026-06-01 19:00").state()).isEqualTo(State.RUNNING);
        assertThat(reopened.stay("2026-06-01 19:00").elapsed()).isEqualTo(ofHours(1));
        assertThat(group(reopened, "2026-06-01 18:00")).isEqualTo("day");
        assertThat(group(reopened, "2026-06-01 19:00")).isEqualTo("night");
    }

    @Test
    void handling_past_the_time_box_is_told_once_and_blocks_nothing() {
        var logged = ticket.act("2026-06-01 10:10", it -> new Act.Logged(it, ofMinutes(10)))
                .act("2026-06-01 10:20", it -> new Act.Logged(it, ofMinutes(5)))
                .act("2026-06-01 10:30", it -> new Act.Logged(it, ofMinutes(1)))
                .act("2026-06-01 10:40", it -> new Act.Logged(it, ofMinutes(9)));
        assertThat(of(logged, "2026-06-01 10:40", Happening.TimeboxPassed.class))
                .containsExactly(new Happening.TimeboxPassed(at("2026-06-01 10:30"), "1"));
    }

    @Test
    void a_severity_rises_at_its_limit_after_the_breach_and_keeps_its_targets() {
        var standard = History.under(CHARTER).opened("2026-06-01 10:00", "standard");
        var judged = standard.judged("2026-06-01 14:00");
        assertThat(judged.situation().severity()).isEqualTo("high");
        assertThat(judged.happenings()
                        .subList(
                                judged.happenings().size() - 2,
                                judged.happenings().size()))
                .isEqualTo(List.of(
                        new Happening.Breached(at("2026-06-01 14:00"), Which.promise(Metric.RESOLUTION, 1)),
                        new Happening.Rose(at("2026-06-01 14:00"), "standard", "high")));
    }

    @Test
    void a_severity_rises_when_what_was_expected_is_past() {
        var wary = History.under(CHARTER).opened("2026-06-01 10:00", "wary");
        assertThat(wary.judged("2026-06-01 11:00").situation().severity()).isEqualTo("high");
        assertThat(wary.resolution("2026-06-01 11:00").left()).isEqualTo(ofHours(15));
    }

    @Test
    void new_targets_start_at_the_rise_whatever_was_on_hold() {
        var slow = History.under(CHARTER)
                .opened("2026-06-01 10:00", "slow")
                .act("2026-06-01 10:30", it -> new Act.Held(it, "parts"));
        assertThat(slow.judged("2026-06-01 16:00").situation().severity()).isEqualTo("high");
        var resolution = slow.act("2026-06-01 17:00", Act.Resumed::new).resolution("2026-06-01 18:00");
        assertThat(resolution.startedAt()).isEqualTo(at("2026-06-01 16:00"));
        assertThat(resolution.left()).isEqualTo(ofHours(99));
        assertThat(slow.response("2026-06-01 16:00").dueAt()).isNull();
    }

    @Test
    void a_severity_lowered_by_a_person_after_its_rise_stays_low() {
        var standard =
                severity(History.under(CHARTER).opened("2026-06-01 10:00", "standard"), "2026-06-01 15:00", "standard");
        assertThat(standard.judged("2026-06-01 16:00").situation().severity()).isEqualTo("standard");
    }

    @Test
    void what_is_resolved_closes_after_a_while() {
        var resolved = ticket.act("2026-06-01 11:00", Act.Resolved::new);
        assertThat(resolved.judged("2026-06-08 10:59").situation().status()).isEqualTo(Status.RESOLVED);
        assertThat(resolved.judged("2026-06-08 10:59").nextAt()).isEqualTo(at("2026-06-08 11:00"));
        assertThat(resolved.judged("2026-06-08 11:00").situation().status()).isEqualTo(Status.CLOSED);
        var contact = resolved.act("2026-06-09 11:00", Act.Contacted::new);
        assertThat(contact.judged("2026-06-09 11:00").situation().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void a_merged_ticket_is_closed_and_what_was_promised_is_over() {
        var merged = ticket.act("2026-06-01 11:00", it -> new Act.Merged(it, "T2"));
        assertThat(merged.judged("2026-06-01 11:00").situation().status()).isEqualTo(Status.CLOSED);
        assertThat(merged.judged("2026-06-05 11:00").promises())
                .extracting(Promise::state)
                .containsOnly(State.ENDED);
        assertThat(merged.judged("2026-06-05 11:00").nextAt()).isNull();
    }

    @Test
    void a_vendor_has_a_clock_of_its_own() {
        var asked = ticket.act("2026-06-01 11:00", it -> new Act.VendorAsked(it, "maker"));
        var vendor = asked.judged("2026-06-01 12:00").promise(Metric.VENDOR).orElseThrow();
        assertThat(vendor.dueAt()).isEqualTo(at("2026-06-01 13:00"));
        assertThat(asked.act("2026-06-01 12:30", Act.VendorReplied::new)
                        .judged("2026-06-01 12:30")
                        .promise(Metric.VENDOR)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void a_version_that_takes_a_group_off_watch_hands_over() {
        var history = ticket.inForce(
                "2026-06-01 12:00",
                CHARTER.replace("office:  { mon-fri: 09:00-17:00 }", "office:  { mon-fri: 09:00-11:00 }")
                        .replace("evening: { mon-fri: 17:00-23:00 }", "evening: { mon-fri: 11:00-23:00 }"));
        assertThat(group(history, "2026-06-01 11:59")).isEqualTo("day");
        assertThat(group(history, "2026-06-01 12:00")).isEqualTo("night");
    }

    @Test
    void to_a_project_it_leaves_the_ladder() {
        var project = ticket.act("2026-06-01 10:10", it -> new Act.Escalated(it, "2", "hard"))
                .act("2026-06-01 10:20", it -> new Act.Escalated(it, "3", "harder"))
                .act("2026-06-01 10:30", it -> new Act.Escalated(it, "project", "by-judgement"));
        assertThat(tier(project, "2026-06-05 10:30")).isEqualTo("project");
    }

    @Test
    void what_is_resolved_or_closed_starts_nothing_new() {
        var resolved = ticket.act("2026-06-01 11:00", Act.Resolved::new)
                .act("2026-06-01 11:10", it -> new Act.Extended(it, Allowance.parse("1d"), false))
                .act("2026-06-01 11:20", it -> new Act.VendorAsked(it, "maker"))
                .act("2026-06-01 11:30", it -> new Act.Held(it, "parts"))
                .act("2026-06-01 11:40", it -> new Act.Escalated(it, "2", "hard"));
        assertThat(resolved.judged("2026-06-01 12:00").promises())
                .extracting(Promise::state)
                .containsExactly(State.MET, State.ENDED);
        var closed = resolved.act("2026-06-01 12:10", Act.Closed::new)
                .act("2026-06-01 12:20", Act.Replied::new)
                .act("2026-06-01 12:30", it -> new Act.Assigned(it, "night"))
                .act("2026-06-01 12:40", Act.Reopened::new);
        assertThat(closed.judged("2026-06-02 12:00").situation().status()).isEqualTo(Status.CLOSED);
        assertThat(group(closed, "2026-06-02 12:00")).isEqualTo("day");
        assertThat(of(closed, "2026-06-02 12:00", Happening.Answered.class)).isEmpty();
    }

    @Test
    void a_group_takes_only_its_severities_unless_nobody_else_does() {
        var evening = History.under(CHARTER).opened("2026-06-01 18:00", "slow");
        assertThat(group(evening, "2026-06-01 18:00")).isEqualTo("dawn");
        var choosy = CHARTER.replace("people: [eve] }", "people: [eve], severities: [slow] }");
        var high = History.under(choosy)
                .act(
                        "2026-06-01 10:00",
                        it -> new Act.Opened(it, "high", "phone", false, new Asked(null, null, null, "eve", null)));
        assertThat(group(high, "2026-06-01 10:00")).isEqualTo("experts");
    }
}
