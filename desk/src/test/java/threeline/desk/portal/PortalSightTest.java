package threeline.desk.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.content.Content;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Onlookers;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requester;
import threeline.desk.people.Role;
import threeline.desk.tenant.Sight;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketFilter;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;

/** What requesters and super users see through the wall below the queries, whatever a query asks for. */
class PortalSightTest extends RunningDesk {

    /** What a requester's own work needs to read besides; nothing in them is of one person alone. */
    static final Set<String> OPEN = Set.of(
            "people.organization",
            "contract.charter_version",
            "contract.contract",
            "contract.release_move",
            "contract.ruling",
            "ticket.content",
            "ticket.piece");

    @Autowired
    Onlookers onlookers;

    AgentId nadia;
    Requester ann;
    Requester sue;
    Ticket anns;
    Ticket carls;
    Ticket bobs;

    @BeforeEach
    void requests_of_two_organizations() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        var slug = "w-" + UUID.randomUUID().toString().substring(0, 8);
        tenant = tenants.add(slug, "Global");
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("help@global-desk.example", "help@%s.example".formatted(slug));
        there(() -> charters.putInForce(charter, "test", "first"));
        nadia = there(() -> agents.add(new NewAgent("Nadia", "nadia@desk.example", Role.AGENT, Set.of(), null)))
                .id();
        ann = knows("ann@acme.example", "Acme", false);
        sue = knows("sue@acme.example", "Acme", true);
        anns = opens(ann, "The canal is frozen");
        carls = opens(knows("carl@acme.example", "Acme", false), "The canal is dry");
        bobs = opens(knows("bob@other.example", "Other", false), "Which canal?");
    }

    @AfterEach
    void nobody_asks() {
        Sight.restore();
    }

    @Test
    void a_requester_sees_their_own_and_a_super_user_their_organizations() {
        assertThat(seenBy(ann)).containsExactly(anns.number().value());
        assertThat(seenBy(sue))
                .containsExactly(carls.number().value(), anns.number().value());
        asks(ann);
        assertThat(there(() -> queue.find(carls.number()))).isEmpty();
        assertThat(there(() -> queue.find(bobs.number()))).isEmpty();
        assertThat(there(() -> queue.search("canal", null, 10))).isEmpty();
        assertThat(there(() -> requesters.calling("bob", 10))).isEmpty();
        assertThat(there(() -> requesters.find("bob@other.example"))).isEmpty();
    }

    /** Zendesk 2024: whoever was copied in got the history. */
    @Test
    void who_was_copied_in_sees_what_comes_after_an_agent_has_agreed() {
        var about = bobs.number().reference("GLO");
        there(() -> desk.reply(bobs.number(), NewMessage.of("Before"), nadia));
        there(() -> {
            onlookers.suggest(about, List.of(MailAddress.of("ann@acme.example")));
            return null;
        });
        assertThat(seenBy(ann)).containsExactly(anns.number().value());
        time.forward(Duration.ofMinutes(1));
        there(() -> {
            onlookers.approve(about, "ann@acme.example", "Nadia");
            return null;
        });
        time.forward(Duration.ofMinutes(1));
        there(() -> desk.reply(bobs.number(), NewMessage.of("After"), nadia));
        assertThat(seenBy(ann))
                .containsExactly(bobs.number().value(), anns.number().value());
        asks(ann);
        assertThat(there(() -> timeline.of(bobs.number(), 0, 100)))
                .extracting(Entry::text)
                .containsExactly("After");
    }

    @Test
    void notes_their_files_and_all_that_is_done_among_the_desk_are_not_there() {
        there(() -> desk.note(anns.number(), note(), nadia));
        there(() -> desk.assign(anns.number(), nadia, nadia));
        there(() -> desk.does(anns.number(), new TicketEvent.Consulted("2"), nadia));
        var reply = there(() -> desk.reply(anns.number(), NewMessage.of("We look."), nadia));
        asks(ann);
        var told = there(() -> timeline.of(anns.number(), 0, 100));
        assertThat(told).extracting(it -> it.event().getClass().getSimpleName()).containsExactly("Opened", "Replied");
        for (var entry = 1; entry <= reply.entries(); entry++) {
            var number = entry;
            assertThat(there(() -> timeline.file(anns.number(), number, 0))).isEmpty();
            assertThat(there(() -> timeline.file(anns.number(), number, 1))).isEmpty();
        }
    }

    @Test
    void of_all_other_tables_nothing_is_there_to_come_included() {
        var tables = tables();
        assertThat(tables).hasSizeGreaterThan(40);
        asks(ann);
        for (var table : tables) {
            var schema = table.substring(0, table.indexOf('.'));
            if (!schema.equals("ticket") && !OPEN.contains(table) && !table.equals("people.requester")) {
                assertThat(count(table)).as(table).isZero();
            }
        }
        assertThat(count("people.requester")).isOne();
        assertThat(count("ticket.ticket")).isOne();
    }

    @Test
    void every_table_says_how_far_they_see() {
        assertThat(there(() -> inTransaction(
                        () -> db.fetch("select p.polrelid::regclass::text from pg_policy p where p.polname = 'wall'"
                                        + " and not exists (select from pg_policy o where o.polrelid = p.polrelid"
                                        + " and o.polname in ('portal', 'sight') and not o.polpermissive)")
                                .getValues(0, String.class))))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void whoever_asks_writes_nothing_by_themselves() {
        asks(ann);
        assertThatThrownBy(() -> there(() -> desk.note(anns.number(), note(), nadia)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> there(() -> desk.note(bobs.number(), note(), nadia)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_began_narrow_stays_so() {
        asks(ann);
        assertThatThrownBy(() -> there(() -> inTransaction(() -> Sight.whole(() -> queue.find(bobs.number())))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(there(() -> Sight.whole(() -> queue.find(bobs.number())))).isPresent();
        assertThat(there(() -> queue.find(bobs.number()))).isEmpty();
    }

    static NewMessage note() {
        return new NewMessage(
                null, "They never pay.", List.of(new NewAttachment("bill.txt", "text/plain", Content.of(new byte[] {1
                }))));
    }

    List<Long> seenBy(Requester who) {
        asks(who);
        var seen = there(() -> queue.newest(TicketFilter.ANY, null, 10)).stream()
                .map(it -> it.number().value())
                .toList();
        Sight.restore();
        return seen;
    }

    void asks(Requester who) {
        var organization = java.util.Objects.requireNonNull(who.organization());
        Sight.narrowToRequester(
                who.id().value(),
                who.email(),
                who.superUser() ? organization.id().value() : null);
    }

    List<String> tables() {
        return there(() -> inTransaction(
                () -> db.fetch("select polrelid::regclass::text from pg_policy where polname = 'wall' order by 1")
                        .getValues(0, String.class)));
    }

    int count(String table) {
        return there(() -> inTransaction(() -> db.fetchCount(DSL.table(DSL.name(table.split("\\."))))));
    }

    <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }

    Requester knows(String address, String organization, boolean speaks) {
        return there(() -> requesters.add(new NewRequester(address, address, null, organization, speaks)));
    }

    Ticket opens(Requester who, String subject) {
        return there(() -> desk.open(NewTicket.of(who.id(), "email", subject, "About a canal.")));
    }

    <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }
}
