package threeline.desk.intake.email;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.Axe;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.InBrowser;
import threeline.testing.SmtpTalk;

/** What can't be made a ticket waits for a person, keeps nothing else waiting, and is never lost. */
@DeskTest
@InBrowser
class QuarantineTest {

    static final String PASSWORD = "a good long one";

    @LocalServerPort
    int port;

    @Autowired
    SmtpDoor door;

    @Autowired
    LetterCount count;

    @Autowired
    Poison poison;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Agents agents;

    @Autowired
    Passwords passwords;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    HandTurnedTime time;

    final String slug = "q-" + UUID.randomUUID().toString().substring(0, 8);
    final String address = "help@" + slug + ".example";
    Tenant tenant;

    @BeforeEach
    void a_desk_of_its_own() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        poison.cured = false;
        var charter =
                Files.readString(Path.of("../charters/procurement.yaml")).replace("help@procurement.example", address);
        tenant = tenants.add(slug, "Procurement");
        tenant.run(() -> {
            charters.putInForce(charter, "test", "first");
            member("mara", Role.MANAGER);
            member("nadia", Role.AGENT);
        });
    }

    @Test
    void a_poisoned_letter_is_tried_three_times_keeps_nothing_waiting_and_is_a_ticket_once_cured(Page page) {
        send("ann@customer.example", Poison.SUBJECT);
        for (var i = 0; i < 5; i++) {
            send("bob@customer.example", "ordinary " + i);
        }
        awaitStates("ticketed", 5);
        awaitAttempts(1);
        time.forward(Duration.ofSeconds(20));
        awaitAttempts(2);
        time.forward(Duration.ofSeconds(40));
        awaitStates("quarantined", 1);

        signIn(page, "mara");
        page.navigate(house() + "/quarantine");
        assertThat(page.locator("tbody tr")).containsText("poisoned");
        Axe.check(page);
        poison.cured = true;
        page.locator("text=Try again").click();
        assertThat(page.locator("main")).containsText("Nothing waits here");
        awaitStates("ticketed", 6);
    }

    @Test
    void agents_are_sent_to_those_who_run_the_desk(Page page) {
        signIn(page, "nadia");
        var answer = page.request().get(house() + "/quarantine");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void every_letter_ever_kept_is_in_one_of_five_states() {
        send("ann@customer.example", "one");
        send("", "two");
        send(address, "three");
        awaitStates("ticketed", 2);
        awaitStates("quarantined", 1);
        assertThat(count.count().keySet()).isSubsetOf(LetterCount.STATES);
        assertThat(count.unaccounted()).isZero();
    }

    private void member(String name, Role role) {
        agents.add(new NewAgent(
                name, name + "@" + slug + ".example", role, Set.of("user-support"), passwords.hash(PASSWORD)));
    }

    private void signIn(Page page, String name) {
        page.navigate(house() + "/sign-in");
        page.locator("input[name=email]").fill(name + "@" + slug + ".example");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("button.primary").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private String house() {
        return "http://localhost:%d/%s".formatted(port, slug);
    }

    private void send(String from, String subject) {
        try (var server = new SmtpTalk(door.port())) {
            var sender = from.isEmpty() ? "robot@customer.example" : from;
            assertThat(server.mail(from, address, "From: %s\nSubject: %s\n\ntext".formatted(sender, subject)))
                    .startsWith("250");
        }
    }

    private void awaitStates(String state, int expected) {
        await().untilAsserted(() -> assertThat(there(() -> db.fetchCount(LETTER, LETTER.STATE.eq(state))))
                .as(state)
                .isEqualTo(expected));
    }

    private void awaitAttempts(int expected) {
        await().untilAsserted(() -> assertThat(there(() -> db.fetchCount(LETTER, LETTER.ATTEMPTS.eq(expected))))
                .as("letters tried %d times".formatted(expected))
                .isEqualTo(1));
    }

    private <T> T there(Supplier<T> work) {
        return tenant.call(() -> transactions.execute(_ -> work.get()));
    }
}
