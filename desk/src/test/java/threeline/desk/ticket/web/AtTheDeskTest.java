package threeline.desk.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.testing.Axe;
import threeline.testing.PagesOfADesk;

/** A morning of Nadia's at the procurement desk, in a real browser. */
class AtTheDeskTest extends PagesOfADesk {

    Agent nadia;
    Agent tom;

    @BeforeEach
    void a_desk_with_two_agents() {
        opens("procurement");
        nadia = hires("Nadia Brandt", Role.AGENT, Set.of("user-support"));
        tom = hires("Tom Brandt", Role.AGENT, Set.of("user-support"));
    }

    @Test
    void a_ticket_comes_in_is_answered_and_resolved_without_a_reload(Page page) {
        signIn(page, nadia);
        comesIn("The list of suppliers is empty");

        var row = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The list of suppliers is empty"));
        assertThat(row).isVisible();
        row.click();
        assertThat(page.locator("#subject")).hasText("The list of suppliers is empty");

        var response = page.locator(".promise").filter(new Locator.FilterOptions().setHasText("Response"));
        assertThat(response.locator(".state")).containsText(Pattern.compile("2[34] h.* left"));
        response.locator("summary").click();
        assertThat(response.locator(".why-source")).containsText(Pattern.compile("charter 1, line \\d+"));
        assertThat(response.locator(".why-list")).containsText("Closed, night");

        page.keyboard().press("r");
        page.keyboard().type("Good morning Maya, it is back.");
        page.reload();
        assertThat(page.locator("#write-reply textarea")).hasValue("Good morning Maya, it is back.");
        page.locator("#write-reply textarea").press("Control+Enter");
        assertThat(page.locator(".entry[data-kind=reply]")).containsText("it is back");
        assertThat(page.locator(".entry[data-kind=kept]").first()).containsText("Response kept");
        assertThat(page.locator("#write-reply textarea")).hasValue("");

        page.locator("#subject").focus();
        page.keyboard().press("s");
        page.keyboard().type("A known fix");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ticket-top .state")).hasText("Resolved");
    }

    @Test
    void what_another_agent_does_arrives_and_leaves_the_writing_in_peace(Page page) {
        var ticket = comesIn("Two agents look at this");
        signIn(page, nadia);
        page.navigate(url("/tickets/" + ticket.number()));
        assertThat(page.locator("#live-word")).hasText("Live");
        page.keyboard().press("n");
        page.keyboard().type("I am still wri");

        tenant.run(() -> desk.hold(ticket.number(), "awaiting-requester", tom.id()));

        assertThat(page.locator(".entry[data-kind=hold]")).containsText("On hold: Waiting for the requester");
        assertThat(page.locator("#ticket-top .state")).hasText("Waiting for the requester");
        assertThat(page.locator("#polite")).containsText("On hold");
        page.keyboard().type("ting");
        assertThat(page.locator("#write-note textarea")).hasValue("I am still writing");
    }

    @Test
    void it_works_without_a_script(Page page) {
        var ticket = comesIn("No script here");
        page.route("**/threeline.js", route -> route.fulfill());
        signIn(page, nadia);
        page.navigate(url("/tickets/" + ticket.number()));
        page.locator("#write-reply textarea").fill("Plain words.");
        page.locator("#write-reply [data-send]").click();
        assertThat(page.locator(".entry[data-kind=reply]")).containsText("Plain words.");
        page.locator("#act-resolution").click();
        page.locator("#resolution-menu [name=because]").fill("A known fix");
        page.locator("#resolution-menu button").click();
        assertThat(page.locator("#ticket-top .state")).hasText("Resolved");
        page.locator("#act-resolution").click();
        assertThat(page.locator("#ticket-top .state")).hasText("Open");
    }

    @Test
    void everybody_can_use_every_page(Page page) {
        var ticket = comesIn("A page for everybody");
        page.navigate(url("/sign-in"));
        Axe.check(page);
        signIn(page, nadia);
        Axe.check(page);
        page.navigate(url("/tickets/" + ticket.number()));
        assertThat(page.locator("#pane a").first()).isVisible();
        page.locator(".why summary").first().click();
        Axe.check(page);
        page.keyboard().press("?");
        Axe.check(page);
        page.navigate(url("/queue/past-due"));
        Axe.check(page);
        page.navigate(url("/search?q=everybody"));
        Axe.check(page);
        page.navigate(url("/charter"));
        Axe.check(page);
    }

    @Test
    void so_can_those_with_a_dark_telephone(Page page) {
        var ticket = comesIn("A small dark page");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        signIn(page, nadia);
        Axe.check(page);
        page.navigate(url("/tickets/" + ticket.number()));
        page.locator("#act-hold").click();
        Axe.check(page);
    }
}
