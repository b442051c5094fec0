package threeline.desk.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.contract.CharterDesk;
import threeline.desk.contract.Outlook.Kept;
import threeline.desk.contract.Outlook.Kind;
import threeline.desk.contract.Outlook.Tally;
import threeline.desk.contract.Outlook.Way;
import threeline.desk.ticket.About;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.testing.ProcurementDesk;

/** Three tickets of severity High, opened on Monday at nine and due at noon; one is answered after an hour and a half. */
class ForesightTest extends ProcurementDesk {

    static final Instant ELEVEN = Instant.parse("2026-11-23T11:00:00Z");

    @Autowired
    Foresight foresight;

    @Autowired
    CharterDesk charterDesk;

    @BeforeEach
    void three_tickets() {
        tenant.run(() -> {
            var numbers = List.of("One", "Two", "Three").stream()
                    .map(it -> desk.open(new NewTicket(ann, "portal", "high", false, About.NOTHING, NewMessage.of(it)))
                            .number())
                    .toList();
            time.forward(Duration.ofMinutes(90));
            desk.reply(numbers.getFirst(), NewMessage.of("We look into it."), nadia);
        });
        time.set(ELEVEN);
    }

    String withResponse(String allowance) {
        return charter.replaceFirst("response: +3h business", "response: " + allowance + " business");
    }

    @Test
    void what_would_be_past_due_at_once_is_counted_and_comes_first() {
        var seen = tenant.call(() -> look(withResponse("1h")));
        assertThat(seen.outlook().unresolved()).isEqualTo(3);
        assertThat(seen.outlook().otherwise()).isEqualTo(2);
        assertThat(seen.outlook().overdue()).isEqualTo(2);
        assertThat(seen.outlook().kinds()).containsExactly(new Kind("high", "response", false, Way.SOONER, 2, 2));
        var lines = tenant.call(() -> foresight.page(seen, 0));
        assertThat(lines).extracting(it -> it.subject()).containsExactly("Two", "Three");
        assertThat(lines.getFirst().dueBefore()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Test
    void what_would_only_be_due_later_breaks_nothing() {
        var seen = tenant.call(() -> look(withResponse("5h")));
        assertThat(seen.outlook().overdue()).isZero();
        assertThat(seen.outlook().kinds()).containsExactly(new Kind("high", "response", false, Way.LATER, 2, 0));
    }

    @Test
    void promises_of_the_last_months_are_counted_as_kept_and_as_they_would_have_been() {
        var kept = tenant.call(() -> {
            try (var threads = Executors.newFixedThreadPool(2)) {
                var next = charters.supposed(withResponse("1h"), ELEVEN);
                return foresight.hindsight(next, foresight.recent(), threads, _ -> {});
            }
        });
        assertThat(kept).containsExactly(new Kept("high", "response", new Tally(1, 0), new Tally(0, 3)));
    }

    @Test
    void a_severity_in_use_that_is_dropped_is_told_with_its_tickets() {
        var dropped = charter.replaceAll("\\bhigh\\b", "grave");
        tenant.run(() -> {
            assertThat(look(dropped).outlook().unresolved()).isEqualTo(3);
            var drops = charterDesk.drops(charters.supposed(dropped, ELEVEN).charter());
            assertThat(drops.told()).contains("the severity \"high\" is gone, which PRO-1, PRO-2, PRO-3 use");
        });
    }

    Foresight.Seen look(String text) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            return foresight.changes(charters.supposed(text, ELEVEN), foresight.unresolved(), threads, _ -> {});
        }
    }
}
