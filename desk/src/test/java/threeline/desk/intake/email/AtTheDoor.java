package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.Charters;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;
import threeline.testing.HandTurnedTime;
import threeline.testing.SmtpTalk;
import threeline.testing.TestRelay;

/** A desk with a mailbox of its own, a line to its door, and questions to what became of the mail. */
abstract class AtTheDoor {

    @Autowired
    SmtpDoor door;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Agents agents;

    @Autowired
    Requesters requesters;

    @Autowired
    TicketDesk desk;

    @Autowired
    TicketQueue queue;

    @Autowired
    Timeline timeline;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    HandTurnedTime time;

    final String slug = "m-" + UUID.randomUUID().toString().substring(0, 8);
    final String address = "help@" + slug + ".example";
    final String ann = "ann@" + slug + "-customer.example";
    Tenant tenant;
    AgentId nadia;
    SmtpTalk server;

    @BeforeEach
    void a_desk_of_its_own() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        var charter =
                Files.readString(Path.of("../charters/procurement.yaml")).replace("help@procurement.example", address);
        tenant = tenants.add(slug, "Procurement");
        nadia = there(() -> {
            charters.putInForce(charter, "test", "first");
            return agents.add(new NewAgent(
                            "Nadia", "nadia@" + slug + ".example", Role.AGENT, Set.of("user-support"), null))
                    .id();
        });
        server = new SmtpTalk(door.port());
    }

    @AfterEach
    void hang_up() {
        server.close();
    }

    void thenAnOrdinaryMailIsATicket() {
        try (var another = new SmtpTalk(door.port())) {
            assertThat(another.mail(ann, address, plain(ann, "ordinary", "text")))
                    .startsWith("250");
        }
        awaitStates("ticketed", 1);
    }

    void thenNothingMoreWasSent(int expected) {
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .until(() -> TestRelay.mails(it -> it.to().contains(slug)).size() == expected);
    }

    TestRelay.Mail awaitMail(String to, String saying) {
        await().until(() ->
                TestRelay.mailsTo(to).stream().anyMatch(it -> it.text().contains(saying)));
        return TestRelay.mailsTo(to).stream()
                .filter(it -> it.text().contains(saying))
                .findFirst()
                .orElseThrow();
    }

    Ticket onlyTicket() {
        awaitStates("ticketed", 1);
        var number = there(() -> transactions.execute(_ -> db.select(LETTER.TICKET)
                .from(LETTER)
                .where(LETTER.TICKET.isNotNull())
                .fetchSingle(LETTER.TICKET)));
        return there(() -> queue.find(new TicketNumber(number)).orElseThrow());
    }

    List<Entry> timeline(Ticket ticket) {
        return there(() -> timeline.of(ticket.number(), 0, 100));
    }

    void awaitStates(String state, int expected) {
        await().untilAsserted(
                        () -> assertThat(there(() -> states(state))).as(state).isEqualTo(expected));
    }

    int states(String state) {
        return transactions.execute(_ -> db.fetchCount(LETTER, LETTER.STATE.eq(state)));
    }

    List<String> letters(String state) {
        return there(() -> transactions.execute(_ -> db.select(LETTER.REASON)
                .from(LETTER)
                .where(LETTER.STATE.eq(state))
                .fetch(LETTER.REASON)));
    }

    <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }

    static String plain(String from, String subject, String text) {
        return "From: %s\nSubject: %s\n\n%s".formatted(from, subject, text);
    }

    /** A header's value, unfolded, without a name before an address. */
    static String header(String raw, String name) {
        var at = raw.indexOf("\r\n" + name + ": ") + name.length() + 4;
        var value = raw.substring(at)
                .replace("\r\n ", " ")
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
        return name.equals("Reply-To") && value.contains("<")
                ? value.substring(value.indexOf('<') + 1, value.indexOf('>'))
                : value;
    }
}
