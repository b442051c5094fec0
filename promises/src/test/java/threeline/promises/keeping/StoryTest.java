package threeline.promises.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import threeline.promises.sla.Allowance;

/** Whole stories, word by word; 1 June 2026 is a Monday. */
class StoryTest {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(ZoneId.of("Europe/London"));

    private static final String CHARTER = """
            calendars:
              office:  { mon-fri: 09:00-17:00 }
              evening: { mon-fri: 17:00-23:00 }
            tiers:
              1:
                stay: { limit: 20h always, then: escalate }
                handover: { accept: 30m, then: escalate }
                escalate: { to: 2 }
              2:
                takes: escalations
                stay: { limit: 3h office, resets: { consultation: 3 }, then: alert }
                escalate: { to: 3 }
              3: { takes: escalations, escalate: { to: project } }
            groups:
              day:     { tier: 1, covers: office }
              night:   { tier: 1, covers: evening }
              webs:    { tier: 2, covers: office }
              servers: { tier: 2, covers: office }
              experts: { tier: 3, covers: office, people: [eve] }
            severities:
              high:
                rises: { to: top, when: 6h always }
                targets: { response: 2h office, next-response: 3h office, resolution: 4h-8h office }
              top:  { targets: { response: 1h always, next-response: 1h always, resolution: 30h always } }
              low:  { targets: { response: 8h office } }
            holds:
              parts:     { pauses: [resolution, stay] }
              requester: { pauses: [resolution], ends: contact }
            vendors: { maker: { target: 2h office } }
            close-after: 2h office
            """;

    private static String told(History history, String until) {
        return history.judged(until).happenings().stream()
                .map(it -> TIME.format(it.at()) + " " + words(it))
                .collect(Collectors.joining("\n"));
    }

    /** The record without its instant: {@code Warned response 50}. */
    private static String words(Happening happening) {
        var name = happening.getClass().getSimpleName();
        var parts =
                happening.toString().replaceFirst("^\\w+\\[at=[^,\\]]+,? ?", "").replaceAll("]$", "");
        parts = parts.replaceAll("which=Which\\[metric=([\\w-]+), nth=(\\d), aim=false]", "$1 $2")
                .replaceAll("\\w+=", "");
        return (name + " " + parts).strip();
    }

    @Test
    void a_ticket_that_goes_all_ways() {
        var ticket = History.under(CHARTER)
                .opened("2026-06-01 15:30", "high")
                .act("2026-06-01 15:40", Act.Noted::new)
                .act("2026-06-01 16:00", it -> new Act.Called(it, false))
                .act("2026-06-01 16:10", it -> new Act.Called(it, true))
                .act("2026-06-01 16:20", Act.Contacted::new)
                .act("2026-06-01 16:25", Act.Contacted::new)
                .act("2026-06-01 16:30", it -> new Act.Held(it, "requester"))
                .act("2026-06-01 17:10", Act.Accepted::new)
                .act("2026-06-01 17:20", Act.Contacted::new)
                .act("2026-06-01 18:00", it -> new Act.Replied(it, "night"))
                .act("2026-06-01 18:10", it -> new Act.Assigned(it, "day"))
                .act("2026-06-02 09:10", it -> new Act.Escalated(it, "2", "hard"))
                .act("2026-06-02 09:20", it -> new Act.Assigned(it, "servers"))
                .act("2026-06-02 10:10", it -> new Act.Consulted(it, "1"))
                .act("2026-06-02 11:10", it -> new Act.Consulted(it, "3"))
                .act("2026-06-02 13:10", it -> new Act.Extended(it, Allowance.parse("1h"), false))
                .act("2026-06-02 15:30", it -> new Act.Extended(it, Allowance.parse("30m"), false))
                .act("2026-06-02 16:30", it -> new Act.Held(it, "parts"))
                .act("2026-06-03 09:30", it -> new Act.Held(it, "requester"))
                .act("2026-06-03 10:00", Act.Resumed::new)
                .act("2026-06-03 10:10", it -> new Act.SeverityChanged(it, "low"))
                .act("2026-06-03 11:00", it -> new Act.VendorAsked(it, "maker"))
                .act("2026-06-03 11:10", it -> new Act.Returned(it, "1", "it was easy"))
                .act("2026-06-03 12:00", Act.VendorReplied::new)
                .act("2026-06-03 12:10", it -> new Act.VendorAsked(it, "maker"))
                .act("2026-06-03 12:30", Act.Resolved::new)
                .act("2026-06-03 13:00", Act.Contacted::new)
                .act("2026-06-03 13:30", Act.Resolved::new);
        assertThat(told(ticket, "2026-06-04 17:00")).isEqualTo("""
                Mon 15:30 Opened high
                Mon 15:30 Assigned day
                Mon 15:40 Noted
                Mon 16:10 Answered
                Mon 16:10 Met response
                Mon 16:20 Contacted
                Mon 16:25 Contacted
                Mon 16:30 Held requester
                Mon 17:00 HandedOver day, night
                Mon 17:10 Accepted night
                Mon 17:10 Met handover
                Mon 17:20 Contacted
                Mon 17:20 Resumed requester
                Mon 18:00 Answered
                Mon 18:00 Met next-response
                Mon 18:10 Assigned day
                Mon 21:30 Rose high, top
                Tue 01:30 Warned stay, 50
                Tue 07:30 Warned stay, 80
                Tue 09:10 Escalated 1, 2, hard
                Tue 09:10 Told hard
                Tue 09:10 Met stay
                Tue 09:10 Assigned webs
                Tue 09:20 Assigned servers
                Tue 10:10 Consulted 1
                Tue 10:40 Warned stay 2, 50
                Tue 11:10 Consulted 3
                Tue 12:00 Warned resolution, 50
                Tue 12:00 Late resolution
                Tue 13:10 Extended 1h, false
                Tue 14:22 Warned stay 2, 80
                Tue 14:24 Warned resolution, 80
                Tue 15:10 Breached stay 2
                Tue 15:10 Alerted stay 2
                Tue 15:30 Extended 30m, false
                Tue 15:45 Warned stay 3, 50
                Tue 15:54 Warned stay 3, 80
                Tue 16:00 Breached resolution
                Tue 16:00 Breached stay 3
                Tue 16:00 Alerted stay 3
                Tue 16:30 Held parts
                Wed 09:30 Held requester
                Wed 10:00 Resumed requester
                Wed 10:10 SeverityChanged top, low
                Wed 11:10 Returned 2, 1, it was easy
                Wed 11:10 Told it was easy
                Wed 11:10 Assigned day
                Wed 12:00 Met vendor
                Wed 12:30 Resolved PERSON
                Wed 12:30 Ended stay 4
                Wed 12:30 Ended vendor 2
                Wed 13:00 Contacted
                Wed 13:00 Reopened
                Wed 13:30 Resolved PERSON
                Wed 13:30 Ended stay 4
                Wed 15:30 Closed""");
    }

    @Test
    void one_that_nobody_accepts_and_nobody_looks_at() {
        var ticket = History.under(CHARTER).opened("2026-06-01 16:30", "high");
        assertThat(told(ticket, "2026-06-03 09:00")).isEqualTo("""
                Mon 16:30 Opened high
                Mon 16:30 Assigned day
                Mon 17:00 HandedOver day, night
                Mon 17:15 Warned handover, 50
                Mon 17:24 Warned handover, 80
                Mon 17:30 Breached handover
                Mon 17:30 Escalated 1, 2, by-judgement
                Mon 17:30 Told by-judgement
                Mon 17:30 Met stay
                Mon 17:30 Assigned webs
                Mon 22:30 Rose high, top
                Tue 09:30 Warned response, 50
                Tue 10:06 Warned response, 80
                Tue 10:30 Warned stay 2, 50
                Tue 10:30 Breached response
                Tue 11:24 Warned stay 2, 80
                Tue 12:00 Breached stay 2
                Tue 12:00 Alerted stay 2
                Tue 12:30 Warned resolution, 50
                Tue 12:30 Late resolution
                Tue 14:54 Warned resolution, 80
                Tue 16:30 Breached resolution""");
    }

    @Test
    void one_that_is_merged_after_a_breach() {
        var ticket = History.under(CHARTER)
                .opened("2026-06-01 09:00", "high")
                .act("2026-06-01 09:10", it -> new Act.VendorAsked(it, "maker"))
                .act("2026-06-01 12:00", it -> new Act.Merged(it, "T2"))
                .act("2026-06-01 12:10", Act.Contacted::new)
                .act("2026-06-01 12:20", Act.Closed::new);
        assertThat(told(ticket, "2026-06-03 09:00")).isEqualTo("""
                Mon 09:00 Opened high
                Mon 09:00 Assigned day
                Mon 10:00 Warned response, 50
                Mon 10:10 Warned vendor, 50
                Mon 10:36 Warned response, 80
                Mon 10:46 Warned vendor, 80
                Mon 11:00 Breached response
                Mon 11:10 Breached vendor
                Mon 12:00 Merged T2
                Mon 12:00 Ended resolution
                Mon 12:00 Ended stay
                Mon 12:10 Contacted""");
    }

    @Test
    void one_that_becomes_a_project_and_is_closed() {
        var ticket = History.under(CHARTER)
                .act("2026-06-01 10:00", it -> new Act.Opened(it, "top", "phone", true))
                .act("2026-06-01 10:05", it -> new Act.Logged(it, Duration.ofMinutes(5)))
                .act("2026-06-01 10:10", it -> new Act.Escalated(it, "3", "hard"))
                .act("2026-06-01 10:10", it -> new Act.Escalated(it, "3", "hard"))
                .act("2026-06-01 10:20", it -> new Act.Escalated(it, "project", "harder"))
                .act("2026-06-01 11:00", it -> new Act.Did(it, "workaround"))
                .act("2026-06-01 12:00", it -> new Act.Resolved(it, Act.Resolved.As.AUTOMATION))
                .act("2026-06-01 12:30", Act.Reopened::new)
                .act("2026-06-01 12:40", Act.Closed::new)
                .act("2026-06-01 12:50", Act.Closed::new);
        assertThat(told(ticket, "2026-06-03 09:00")).isEqualTo("""
                Mon 10:00 Opened top
                Mon 10:00 Assigned day
                Mon 10:00 Answered
                Mon 10:00 Met response
                Mon 10:10 Escalated 1, 3, hard
                Mon 10:10 Told hard
                Mon 10:10 Met stay
                Mon 10:10 Assigned experts
                Mon 10:20 Escalated 3, project, harder
                Mon 10:20 Told harder
                Mon 12:00 Resolved AUTOMATION
                Mon 12:00 Ended resolution
                Mon 12:30 Reopened
                Mon 12:40 Closed""");
    }

    @Test
    void one_that_is_resolved_before_the_next_watch_has_taken_it() {
        var ticket = History.under(CHARTER)
                .opened("2026-06-01 16:50", "low")
                .act("2026-06-01 17:05", it -> new Act.Assigned(it, "day"))
                .act("2026-06-02 17:10", it -> new Act.Resolved(it, Act.Resolved.As.SPAM))
                .act("2026-06-02 17:20", Act.Reopened::new);
        assertThat(told(ticket, "2026-06-02 17:20")).isEqualTo("""
                Mon 16:50 Opened low
                Mon 16:50 Assigned day
                Mon 17:00 HandedOver day, night
                Mon 17:05 Assigned day
                Mon 17:05 Ended handover
                Tue 02:50 Warned stay, 50
                Tue 08:50 Warned stay, 80
                Tue 12:50 Warned response, 50
                Tue 12:50 Breached stay
                Tue 12:50 Escalated 1, 2, stayed-too-long
                Tue 12:50 Told stayed-too-long
                Tue 12:50 Assigned webs
                Tue 14:20 Warned stay 2, 50
                Tue 15:14 Warned response, 80
                Tue 15:14 Warned stay 2, 80
                Tue 15:50 Breached stay 2
                Tue 15:50 Alerted stay 2
                Tue 16:50 Breached response
                Tue 17:10 Resolved SPAM
                Tue 17:20 Reopened""");
    }
}
