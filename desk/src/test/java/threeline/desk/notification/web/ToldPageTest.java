package threeline.desk.notification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketDesk;
import threeline.testing.Axe;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.InBrowser;

/** What an agent was told comes live, is counted, and is read by looking at the ticket; how it is told is theirs to say. */
@DeskTest
@InBrowser
class ToldPageTest {

    static final String PASSWORD = "a good long one";

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
    TicketDesk desk;

    @Autowired
    Passwords passwords;

    @Autowired
    HandTurnedTime time;

    Tenant tenant;
    String base;

    @BeforeEach
    void a_desk_with_an_agent() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        var slug = "told-" + UUID.randomUUID().toString().substring(0, 8);
        var charter = Files.readString(Path.of("../charters/managed-it.yaml"))
                .replace("help@managed-it.example", "help@" + slug + ".example");
        tenant = tenants.add(slug, "Managed IT");
        tenant.run(() -> {
            charters.putInForce(charter, "test", "The desk opens");
            agents.add(new NewAgent("Tess Tall", "tess@desk.example", Role.AGENT, Set.of(), passwords.hash(PASSWORD)));
        });
        base = "http://localhost:%d/%s".formatted(port, slug);
    }

    void opens(String subject) {
        tenant.run(() -> {
            var ann = requesters.recognise("ann@acme.example", "Ann");
            desk.open(NewTicket.of(ann.id(), "email", null, new NewMessage(subject, "please", List.of())));
        });
    }

    @Test
    void what_happens_arrives_by_itself_and_is_read_by_looking(Page page) {
        signIn(page);
        page.navigate(base + "/told");
        assertThat(page.getByText("Nothing yet")).isVisible();
        look(page, "told-empty");
        opens("The printer <b>burns</b>");
        assertThat(page.getByText("The printer <b>burns</b>")).isVisible();
        opens(
                "And a second one with a subject so long that it has to go on in a line of its own on a narrow screen, surely");
        assertThat(page.locator("#count-told")).hasText("2");
        look(page, "told-full");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("burns"))
                .click();
        assertThat(page.locator("#count-told")).hasText("1");
        page.navigate(base + "/told");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have read all"))
                .click();
        assertThat(page.locator("#count-told")).hasText("0");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have read all")))
                .hasCount(0);
    }

    @Test
    void how_i_am_told_is_mine_to_say_by_the_keyboard_too(Page page) {
        signIn(page);
        page.navigate(base + "/told/habit");
        look(page, "told-habit");
        page.getByLabel("Quiet from").fill("18:00");
        page.getByLabel("Quiet until").fill("08:00");
        page.getByLabel("A new ticket").selectOption("Not at all");
        page.getByLabel("Merged")
                .or(page.getByLabel("Goes on as another ticket"))
                .focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Kept.")).isVisible();
        assertThat(page.getByLabel("Quiet until")).hasValue("08:00");
        assertThat(page.getByLabel("A new ticket")).hasValue("nothing");
        opens("nobody hears");
        page.navigate(base + "/told");
        assertThat(page.getByText("Nothing yet")).isVisible();
    }

    void signIn(Page page) {
        page.navigate(base + "/sign-in");
        page.getByLabel("Mail address").fill("tess@desk.example");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("#count-told")).isAttached();
    }

    /** As others see it: wide and narrow, light and dark, and to those who don't see it. */
    void look(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(360, 768, 1440)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                Axe.check(page);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/shots", "%s-%d-%s.png".formatted(name, width, scheme))));
            }
        }
    }
}
