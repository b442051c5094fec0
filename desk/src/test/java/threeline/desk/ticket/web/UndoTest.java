package threeline.desk.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Manner;
import threeline.desk.mail.Manners;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.Departures;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;
import threeline.testing.Axe;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.InBrowser;

/** A reply that can be taken back for a while counts when it leaves, and what was taken back never happened. */
@DeskTest
@InBrowser
class UndoTest {

    static final String PASSWORD = "a good long one";
    static final Duration WINDOW = Duration.ofSeconds(100);

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Agents agents;

    @Autowired
    Requesters requesters;

    @Autowired
    Passwords passwords;

    @Autowired
    Manners manners;

    @Autowired
    TicketDesk desk;

    @Autowired
    TicketQueue queue;

    @Autowired
    Departures departures;

    @Autowired
    Timeline timeline;

    @Autowired
    HandTurnedTime time;

    final String slug = "u-" + UUID.randomUUID().toString().substring(0, 8);
    Tenant tenant;
    Agent nadia;
    Ticket ticket;

    @BeforeEach
    void a_desk_that_waits_a_little() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        var charter = Files.readString(Path.of("../charters/procurement.yaml"))
                .replace("help@procurement.example", "help@" + slug + ".example");
        tenant = tenants.add(slug, "Procurement");
        tenant.run(() -> {
            charters.putInForce(charter, "test", "first");
            manners.are(new Manner(WINDOW, false));
            nadia = agents.add(new NewAgent(
                    "Nadia",
                    "nadia@" + slug + ".example",
                    Role.AGENT,
                    Set.of("user-support"),
                    passwords.hash(PASSWORD)));
            var maya = requesters.recognise("maya@" + slug + "-customer.example", "Maya");
            ticket = desk.open(
                    NewTicket.of(maya.id(), "email", null, new NewMessage("The list is empty", "please", List.of())));
        });
    }

    @Test
    void a_reply_is_taken_back_and_its_words_come_back(Page page) {
        signIn(page);
        page.navigate(house() + "/tickets/" + ticket.number());
        page.locator("#reply-words").fill("Good morning, Mrs Sten.");
        page.locator("#reply-words").press("Control+Enter");
        assertThat(page.locator("#leaving")).containsText("leaves in");
        assertThat(page.locator("#leaving")).containsText("Good morning, Mrs Sten.");
        assertThat(page.locator(".entry[data-kind=reply]")).hasCount(0);
        assertThat(page.locator("#reply-words")).hasValue("");
        Axe.check(page);
        page.locator("#reply-words").fill("A second thought.");
        page.locator("#leaving button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#reply-words")).hasValue("Good morning, Mrs Sten.\n\nA second thought.");
        assertThat(page.locator("#leaving .message")).hasCount(0);
        time.forward(WINDOW.plusSeconds(1));
        assertThat(tenant.call(() -> departures.of(ticket.number()))).isEmpty();
        assertThat(kinds()).doesNotContain("Replied", "Met");
    }

    @Test
    void where_nothing_is_waited_for_it_stands_there_at_once_and_nothing_is_left_to_be_sent_again(Page page) {
        tenant.run(() -> manners.are(new Manner(Duration.ZERO, false)));
        signIn(page);
        page.navigate(house() + "/tickets/" + ticket.number());
        page.locator("#reply-words").fill("It is back.");
        page.locator("#reply-words").press("Control+Enter");
        assertThat(page.locator(".entry[data-kind=reply]")).containsText("It is back.");
        assertThat(page.locator("#reply-words")).hasValue("");
        assertThat(page.locator("#leaving .message")).hasCount(0);
    }

    @Test
    void it_leaves_by_itself_and_counts_from_then_on(Page page) {
        signIn(page);
        page.navigate(house() + "/tickets/" + ticket.number());
        page.locator("#reply-words").fill("It is back.");
        page.getByLabel("Send and hold, or send and resolve").click();
        page.getByText("Send and hold: Waiting for the requester").click();
        assertThat(page.locator("#leaving")).containsText("It is back.");
        assertThat(kinds()).doesNotContain("Replied");
        time.forward(WINDOW);
        assertThat(page.locator(".entry[data-kind=reply]")).containsText("It is back.");
        assertThat(page.locator("#leaving .message")).hasCount(0);
        assertThat(page.locator("#ticket-top .state")).hasText("Waiting for the requester");
        var replied = tenant.call(() -> timeline.of(ticket.number(), 0, 100)).stream()
                .filter(it -> it.event() instanceof TicketEvent.Replied)
                .findFirst()
                .orElseThrow();
        assertThat(replied.at()).isEqualTo(HandTurnedTime.MONDAY_AT_NINE.plus(WINDOW));
    }

    @Test
    void it_leaves_at_once_where_a_promise_would_break_meanwhile() {
        var due = requireNonNull(requireNonNull(ticket.next()).dueAt());
        time.set(due.minusSeconds(10));
        reply("In time.");
        assertThat(kinds()).contains("Replied", "Met").doesNotContain("Breached");
    }

    @Test
    void it_leaves_even_where_the_ticket_was_merged_meanwhile() {
        reply("Soon.");
        tenant.run(() -> {
            var maya = requesters.recognise("maya@" + slug + "-customer.example", "Maya");
            var other =
                    desk.open(NewTicket.of(maya.id(), "email", null, new NewMessage("The same", "again", List.of())));
            desk.merge(ticket.number(), other.number(), nadia.id());
        });
        time.forward(WINDOW);
        await().until(() -> kinds().contains("Replied"));
        assertThat(tenant.call(() -> departures.of(ticket.number()))).isEmpty();
        assertThat(tenant.call(() -> queue.find(ticket.number())).orElseThrow().status())
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void what_can_not_be_done_now_is_refused_while_the_words_are_still_at_hand() {
        assertThatThrownBy(() -> tenant.run(
                        () -> departures.reply(ticket.number(), NewMessage.of("Done."), "resolve", nadia.id())))
                .hasMessageContaining("Before it is resolved");
        assertThat(tenant.call(() -> departures.of(ticket.number()))).isEmpty();
    }

    @Test
    void nobody_takes_back_what_another_wrote() {
        reply("Mine.");
        var other = tenant.call(() ->
                agents.add(new NewAgent("Tom", "tom@" + slug + ".example", Role.AGENT, Set.of("user-support"), null)));
        var id = tenant.call(() -> departures.of(ticket.number())).getFirst().id();
        assertThat(tenant.call(() -> departures.takeBack(ticket.number(), id, other.id())))
                .isEmpty();
        assertThat(tenant.call(() -> departures.takeBack(ticket.number(), id, nadia.id())))
                .isPresent();
    }

    private void reply(String text) {
        tenant.run(() -> departures.reply(ticket.number(), NewMessage.of(text), "", nadia.id()));
    }

    private List<String> kinds() {
        return tenant.call(() -> timeline.of(ticket.number(), 0, 100)).stream()
                .map(it -> it.event().getClass().getSimpleName())
                .toList();
    }

    private void signIn(Page page) {
        page.navigate(house() + "/sign-in");
        page.locator("input[name=email]").fill("nadia@" + slug + ".example");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("button.primary").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private String house() {
        return "http://localhost:%d/%s".formatted(port, slug);
    }
}
