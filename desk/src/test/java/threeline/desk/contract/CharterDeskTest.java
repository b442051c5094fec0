package threeline.desk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static threeline.desk.db.ticket.Tables.PREPARED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.ticket.About;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.View;
import threeline.desk.web.ProblemException;
import threeline.testing.ProcurementDesk;

/** Procurement's charter gets other versions, on Monday 23 November 2026 from nine in the morning. */
class CharterDeskTest extends ProcurementDesk {

    static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @Autowired
    CharterDesk charterDesk;

    @Autowired
    CharterVersions versions;

    @Autowired
    Coming coming;

    @Autowired
    ComingRound round;

    @Autowired
    Follower follower;

    @Autowired
    Releases releases;

    @Autowired
    PlatformTransactionManager manager;

    @AfterEach
    void nothing_is_left_to_come() {
        tenant.run(
                () -> versions.coming().ifPresent(it -> charterDesk.withdraw(it.number(), "test", "the test is over")));
    }

    Ticket opened(String severity) {
        return there(() -> desk.open(new NewTicket(
                ann, "portal", severity, false, About.NOTHING, NewMessage.of("Nothing moves since Friday."))));
    }

    Ticket now(Ticket ticket) {
        return there(() -> queue.find(ticket.number())).orElseThrow();
    }

    List<TicketEvent> story(Ticket ticket) {
        return there(() -> timeline.of(ticket.number(), 0, 100)).stream()
                .map(Entry::event)
                .toList();
    }

    int preparedTickets() {
        return new TransactionTemplate(manager).execute(_ -> db.fetchCount(PREPARED));
    }

    /** High is answered in an hour instead of three. */
    String quicker() {
        var quicker = charter.replaceFirst("response: +3h business", "response: 1h business");
        assertThat(quicker).isNotEqualTo(charter);
        return quicker;
    }

    @Test
    void a_version_put_in_force_at_once_moves_what_is_due() {
        var ticket = opened("high");
        assertThat(ticket.next().dueAt()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        time.forward(Duration.ofMinutes(10));
        var put = there(() -> charterDesk.put(quicker(), null, "Nadia", "We can do better"));
        assertThat(put.state()).isEqualTo(VersionState.IN_FORCE);
        assertThat(now(ticket).next().dueAt()).isEqualTo(TEN);
        assertThat(there(() -> charters.current().number())).isEqualTo(2);
    }

    @Test
    void lists_are_read_once_while_a_version_comes_and_are_as_all_tickets_are_when_it_has() {
        opened("high");
        var before = breaksFirst();
        var meanwhile = there(() -> transactions.execute(_ -> {
            charterDesk.put(quicker(), null, "Nadia", "We can do better");
            return List.of(elsewhere(this::breaksFirst), elsewhere(this::breaksFirst));
        }));
        assertThat(meanwhile.getFirst()).isEqualTo(before).isSameAs(meanwhile.getLast());
        assertThat(breaksFirst().getFirst().next().dueAt()).isEqualTo(TEN);
    }

    List<Ticket> breaksFirst() {
        return there(() -> queue.of(View.BREAKS_FIRST, nadia, null, 10));
    }

    static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    @Test
    void what_it_leaves_no_time_for_is_broken_at_the_switch() {
        var ticket = opened("high");
        time.forward(Duration.ofMinutes(90));
        there(() -> charterDesk.put(quicker(), null, "Nadia", "We can do better"));
        assertThat(now(ticket).next().state()).isEqualTo("breached");
        assertThat(story(ticket)).hasAtLeastOneElementOfType(TicketEvent.Breached.class);
    }

    @Test
    void a_planned_version_comes_at_its_instant_and_not_before() {
        var ticket = opened("high");
        var half = Instant.parse("2026-11-23T09:30:00Z");
        there(() -> charterDesk.put(quicker(), half, "Nadia", "From half past"));
        var before = now(ticket);
        tenant.run(coming::takeEffect);
        assertThat(now(ticket)).isEqualTo(before);
        assertThat(there(() -> charters.current().number())).isEqualTo(1);
        time.set(half);
        tenant.run(coming::takeEffect);
        assertThat(now(ticket).next().dueAt()).isEqualTo(TEN);
        assertThat(there(() -> charters.current().inForceAt())).isEqualTo(half);
    }

    @Test
    void what_was_prepared_is_what_would_have_been_judged() {
        var prepared = opened("high");
        var changed = opened("high");
        var half = Instant.parse("2026-11-23T09:30:00Z");
        there(() -> charterDesk.put(quicker(), half, "Nadia", "From half past"));
        tenant.run(coming::prepare);
        assertThat(there(this::preparedTickets)).isEqualTo(2);
        there(() -> desk.hold(changed.number(), "awaiting-requester", nadia));
        var late = opened("high");
        time.set(half);
        tenant.run(coming::takeEffect);
        assertThat(now(prepared).next().dueAt()).isEqualTo(TEN);
        assertThat(now(late).next().dueAt()).isEqualTo(TEN);
        assertThat(now(changed).hold()).isEqualTo("awaiting-requester");
        for (var ticket : List.of(prepared, changed, late)) {
            var kept = now(ticket);
            time.forward(Duration.ofNanos(1000));
            there(() -> desk.note(ticket.number(), NewMessage.of("as it is"), nadia));
            assertThat(now(ticket).next().dueAt()).isEqualTo(kept.next().dueAt());
        }
    }

    @Test
    void a_node_that_comes_back_late_dates_the_switch_at_its_instant() {
        var ticket = opened("high");
        there(() -> charterDesk.put(quicker(), Instant.parse("2026-11-23T09:30:00Z"), "Nadia", "From half past"));
        time.set(Instant.parse("2026-11-23T11:30:00Z"));
        tenant.run(coming::takeEffect);
        assertThat(there(() -> timeline.of(ticket.number(), 0, 100)))
                .filteredOn(it -> it.event() instanceof TicketEvent.Breached)
                .extracting(Entry::at)
                .isEmpty();
        there(() -> desk.note(ticket.number(), NewMessage.of("what happened?"), nadia));
        assertThat(there(() -> timeline.of(ticket.number(), 0, 100)))
                .filteredOn(it -> it.event() instanceof TicketEvent.Breached)
                .extracting(Entry::at)
                .containsExactly(TEN);
    }

    @Test
    void a_planned_version_can_be_withdrawn_and_never_comes() {
        var half = Instant.parse("2026-11-23T09:30:00Z");
        var planned = there(() -> charterDesk.put(quicker(), half, "Nadia", "From half past"));
        assertThatThrownBy(() -> there(() -> charterDesk.put(quicker(), half, "Nadia", "again")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("planned already");
        tenant.run(() -> charterDesk.withdraw(planned.number(), "Nadia", "Not yet"));
        time.set(half);
        tenant.run(coming::takeEffect);
        assertThat(there(() -> charters.current().number())).isEqualTo(1);
        assertThat(there(() -> versions.find(2)).orElseThrow().withdrawn().why())
                .isEqualTo("Not yet");
    }

    @Test
    void the_past_can_not_be_changed() {
        assertThatThrownBy(() -> there(
                        () -> charterDesk.put(quicker(), Instant.parse("2026-11-23T08:59:59Z"), "Nadia", "Too late")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("past");
    }

    @Test
    void a_severity_in_use_is_renamed_or_the_version_refused() {
        var ticket = opened("high");
        var dropped = charter.replaceAll("\\bhigh\\b", "grave");
        assertThat(dropped).isNotEqualTo(charter);
        assertThatThrownBy(() -> there(() -> charterDesk.put(dropped, null, "Nadia", "Another word")))
                .hasMessageContaining("the severity \"high\" is gone")
                .hasMessageContaining("-" + ticket.number().value());
        var renamed = dropped.replaceAll("(?m)^  grave:", "  grave:\n    was: [high]");
        there(() -> charterDesk.put(renamed, null, "Nadia", "Another word"));
        assertThat(now(ticket).next().dueAt()).isEqualTo(ticket.next().dueAt());
    }

    @Test
    void a_moved_release_takes_its_promises_along() {
        var ticket = opened("medium");
        var move = there(() -> releases.move(
                java.time.LocalDate.parse("2026-12-10"),
                java.time.LocalDate.parse("2026-12-17"),
                "Nadia",
                "Not ready"));
        assertThat(there(releases::moves)).containsExactly(move);
        assertThat(now(ticket).wakeAt()).isEqualTo(time.instant());
    }
}
