package threeline.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static threeline.desk.db.ticket.Tables.ENTRY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.content.Content;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.ProblemException;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;
import threeline.testing.WhatIsDue;

/** Procurement's desk on Monday 23 November 2026, nine in the morning; its business hours are 8 to 18. */
class TicketDeskTest extends RunningDesk {

    static final Instant WEDNESDAY_AT_ONE = Instant.parse("2026-11-25T13:00:00Z");

    @Autowired
    WhatIsDue due;

    Tenant procurement;
    AgentId nadia;
    RequesterId ann;

    @BeforeEach
    void a_desk_of_our_own() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        var charter = Files.readString(Path.of("../charters/procurement.yaml"));
        procurement = tenants.add("p-" + UUID.randomUUID().toString().substring(0, 8), "Procurement");
        procurement.run(() -> {
            charters.putInForce(charter, "test", "first");
            nadia = agents.add(new NewAgent(
                            "Nadia", "nadia@procurement.example", Role.AGENT, Set.of("user-support"), null))
                    .id();
            ann = requesters.recognise("ann@acme.example", "Ann Archer").id();
        });
    }

    <T> T there(Supplier<T> work) {
        return procurement.call(work);
    }

    Ticket opened() {
        return there(() -> desk.open(NewTicket.of(ann, "email", "Invoices are stuck", "Nothing moves since Friday.")));
    }

    List<TicketEvent> story(Ticket ticket) {
        return there(() -> timeline.of(ticket.number(), 0, 100)).stream()
                .map(Entry::event)
                .toList();
    }

    @Test
    void a_ticket_starts_with_the_charters_severity_group_and_promises() {
        var ticket = opened();
        assertThat(ticket.severity()).isEqualTo("medium");
        assertThat(ticket.tier()).isEqualTo("1");
        assertThat(ticket.group()).isEqualTo("user-support");
        assertThat(ticket.next()).isNotNull();
        assertThat(ticket.next().promise()).isEqualTo(new PromiseName("response", false, 1));
        assertThat(ticket.next().dueAt()).isEqualTo(WEDNESDAY_AT_ONE);
    }

    @Test
    void references_ascend_for_each_desk_by_itself() {
        assertThat(opened().number()).isEqualTo(new TicketNumber(1));
        assertThat(opened().number()).isEqualTo(new TicketNumber(2));
    }

    @Test
    void an_answer_in_time_keeps_the_promise() {
        var ticket = opened();
        time.forward(Duration.ofHours(2));
        there(() -> desk.reply(ticket.number(), NewMessage.of("We are looking."), nadia));
        assertThat(story(ticket))
                .endsWith(new TicketEvent.Replied(), new TicketEvent.Met(new PromiseName("response", false, 1)));
    }

    @Test
    void a_promise_that_nobody_keeps_is_broken_at_its_due_instant_however_late_anyone_looks() {
        var ticket = opened();
        time.set(WEDNESDAY_AT_ONE.plus(Duration.ofDays(2)));
        due.happensAt(procurement);
        var breach = there(() -> timeline.of(ticket.number(), 0, 100)).stream()
                .filter(entry -> entry.event() instanceof TicketEvent.Breached)
                .findFirst()
                .orElseThrow();
        assertThat(breach.at()).isEqualTo(WEDNESDAY_AT_ONE);
        assertThat(breach.author()).isEqualTo(Author.desk());
    }

    @Test
    void a_ticket_whose_timeline_a_newer_version_wrote_keeps_no_other_waiting() {
        var strange = opened();
        var sound = opened();
        there(() -> transactions.execute(_ -> db.insertInto(ENTRY)
                .set(ENTRY.TICKET, strange.number().value())
                .set(ENTRY.ENTRY_, 99)
                .set(ENTRY.AT, time.instant())
                .set(ENTRY.KIND, "teleported")
                .set(ENTRY.AUTHOR_KIND, "desk")
                .execute()));
        time.set(WEDNESDAY_AT_ONE.plusSeconds(1));
        due.happensAt(procurement);
        assertThat(story(sound)).hasAtLeastOneElementOfType(TicketEvent.Breached.class);
        assertThatThrownBy(() -> story(strange)).hasMessageContaining("teleported");
    }

    @Test
    void waking_twice_finds_nothing_new() {
        var ticket = opened();
        time.set(WEDNESDAY_AT_ONE.plusSeconds(1));
        due.happensAt(procurement);
        var once = story(ticket);
        due.happensAt(procurement);
        assertThat(story(ticket)).isEqualTo(once);
    }

    @Test
    void a_contact_brings_a_resolved_ticket_back() {
        var ticket = opened();
        there(() -> desk.resolve(ticket.number(), "A known fix", nadia));
        var back = there(() -> desk.contact(ticket.number(), NewMessage.of("It is back."), ann, "email"));
        assertThat(back.status()).isEqualTo(Status.OPEN);
        assertThat(back.number()).isEqualTo(ticket.number());
    }

    @Test
    void a_contact_on_a_closed_ticket_opens_one_that_continues_it() {
        var ticket = opened();
        there(() -> desk.resolve(ticket.number(), "A known fix", nadia));
        there(() -> desk.does(ticket.number(), new TicketEvent.Skipped("confirmed", "No answer for a week"), nadia));
        there(() -> desk.close(ticket.number(), nadia));
        var next = there(() -> desk.contact(ticket.number(), NewMessage.of("Again, please."), ann, "email"));
        assertThat(next.continues()).isEqualTo(ticket.number());
        assertThat(next.subject()).isEqualTo("Invoices are stuck");
    }

    @Test
    void what_cannot_be_done_now_is_refused_and_leaves_no_trace() {
        var ticket = opened();
        there(() -> desk.resolve(ticket.number(), "A known fix", nadia));
        var before = story(ticket);
        assertThatThrownBy(() -> there(() -> desk.resolve(ticket.number(), "A known fix", nadia)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Reopen it first");
        assertThat(story(ticket)).isEqualTo(before);
    }

    @Test
    void a_hold_that_the_charter_does_not_know_is_refused_with_those_it_knows() {
        var ticket = opened();
        assertThatThrownBy(() -> there(() -> desk.hold(ticket.number(), "lunch", nadia)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("awaiting-requester");
    }

    @Test
    void files_are_kept_with_their_entry() {
        var file = new NewAttachment("error.txt", "text/plain", Content.of("boom".getBytes(StandardCharsets.UTF_8)));
        var message = new NewMessage("With a file", "See there.", List.of(file));
        var ticket = there(() -> desk.open(NewTicket.of(ann, "email", null, message)));
        assertThat(there(() -> timeline.of(ticket.number(), 0, 10)).getFirst().attachments())
                .containsExactly(new Attachment(0, "error.txt", "text/plain", 4));
        assertThat(there(() -> timeline.file(ticket.number(), 1, 0))
                        .orElseThrow()
                        .content()
                        .bytes())
                .isEqualTo(file.content().bytes());
    }

    @Test
    void a_ticket_is_found_by_its_words_and_by_its_reference() {
        var ticket = opened();
        assertThat(there(() -> queue.search("stuck friday", null, 10)))
                .extracting(Ticket::number)
                .containsExactly(ticket.number());
        assertThat(there(() -> queue.search("PRO-" + ticket.number(), null, 10)))
                .isNotEmpty();
        assertThat(there(() -> queue.search("nonsense", null, 10))).isEmpty();
    }

    @Test
    void the_queue_begins_with_what_breaks_first() {
        var first = opened();
        time.forward(Duration.ofHours(1));
        var second = opened();
        assertThat(there(() -> queue.of(View.BREAKS_FIRST, nadia, null, 50)))
                .extracting(Ticket::number)
                .containsExactly(first.number(), second.number());
    }

    @Test
    void another_desk_finds_none_of_it() {
        var ticket = opened();
        var other = tenants.add("o-" + UUID.randomUUID().toString().substring(0, 8), "Other");
        other.run(() -> {
            assertThat(queue.find(ticket.number())).isEmpty();
            assertThat(queue.search("stuck", null, 10)).isEmpty();
            assertThat(queue.of(View.ALL, nadia, null, 10)).isEmpty();
            assertThat(timeline.of(ticket.number(), 0, 10)).isEmpty();
        });
    }

    @Test
    void without_a_desk_there_is_nothing() {
        opened();
        assertThat(db.fetchCount(threeline.desk.db.ticket.Tables.TICKET_)).isZero();
    }
}
