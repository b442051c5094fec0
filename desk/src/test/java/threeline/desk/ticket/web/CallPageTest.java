package threeline.desk.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Agent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Role;
import threeline.testing.Axe;
import threeline.testing.PagesOfADesk;

/** Calls at the procurement desk, logged in a real browser and by the keyboard alone. */
class CallPageTest extends PagesOfADesk {

    Agent nadia;

    @BeforeEach
    void a_desk_with_two_callers() {
        opens("procurement");
        nadia = hires("Nadia Brandt", Role.AGENT, Set.of("user-support"));
        tenant.run(() -> {
            requesters.add(
                    new NewRequester("Tom Ashdown", "tom@calder.example", "020 7946 0204", "Calder Freight", true));
            requesters.add(new NewRequester("Lorna Whitty", "lorna@penhale.example", "+44 20 7946 0317", null, false));
        });
    }

    @Test
    void a_forgotten_password_is_logged_by_a_few_keys(Page page) {
        signIn(page, nadia);
        page.keyboard().press("c");
        assertThat(page.locator("#who")).isFocused();
        page.keyboard().type("0204");
        assertThat(page.locator("#callers")).containsText("Tom Ashdown");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("Password forgotten");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator(".notice")).hasText(Pattern.compile("PRO-\\d+ Password forgotten: logged as solved."));
        page.locator(".notice a").click();
        assertThat(page.locator("#people")).containsText("Tom Ashdown");
        assertThat(page.locator("#ticket-top .state")).hasText("Resolved");
        assertThat(page.locator("#timeline")).containsText("1 min of handling");
        assertThat(page.locator("#timeline")).containsText("Response kept");
        assertThat(page.locator("#ticket-top")).containsText("Nadia Brandt");
    }

    @Test
    void a_caller_is_found_by_the_end_of_a_number_and_by_a_name(Page page) {
        signIn(page, nadia);
        page.navigate(url("/calls/new"));
        page.locator("#who").pressSequentially("020 7946 0317");
        assertThat(page.locator("#callers")).containsText("Lorna Whitty");
        page.locator("#who").fill("");
        page.locator("#who").pressSequentially("whit");
        assertThat(page.locator("#callers")).containsText("Lorna Whitty");
        page.locator("#who").press("ArrowDown");
        assertThat(page.locator("#callers input").first()).isFocused();
    }

    @Test
    void somebody_new_becomes_a_requester_and_the_ticket_may_stay_open(Page page) {
        page.route("**/threeline.js", route -> route.fulfill());
        signIn(page, nadia);
        page.navigate(url("/calls/new"));
        page.locator("#who").fill("Ivo Marsh");
        page.locator("#line").fill("The supplier list is empty");
        page.getByText("Log and keep open").click();
        assertThat(page.locator("[role=alert]")).containsText("This line is for your company's Super Users.");
        page.locator("[name=anyway]").check();
        page.getByText("Log and keep open").click();
        assertThat(page.locator("#subject")).hasText("The supplier list is empty");
        assertThat(page.locator("#people")).containsText("Ivo Marsh");
        assertThat(page.locator("#ticket-top .state")).hasText("Open");
    }

    @Test
    void everybody_can_use_it(Page page) {
        signIn(page, nadia);
        page.navigate(url("/calls/new"));
        page.locator("#who").pressSequentially("tom");
        assertThat(page.locator("#callers")).containsText("Tom Ashdown");
        Axe.check(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        Axe.check(page);
    }
}
