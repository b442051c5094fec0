package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Role;
import threeline.desk.people.access.Codes;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.Secret;
import threeline.testing.InBrowser;
import threeline.testing.Pictures;

/** The pages of accounts in a browser, by the keyboard alone; wide and narrow, light and dark. */
@InBrowser
class AccountPagesTest extends DeskWithAccounts {

    @Autowired
    Demand demand;

    @BeforeEach
    void a_desk_with_an_administrator() {
        agent("ada", Role.ADMIN);
    }

    @Test
    void an_invitation_handed_over_by_hand_lets_somebody_choose_a_password(Page page) {
        signIn(page, "ada@desk.example", PASSWORD);
        page.navigate(url("/agents"));
        Pictures.take(page, "agents-and-ways-in");
        var name = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"));
        ByKeyboard.type(page, name, "Bob Birch", "bob@desk.example");
        var link = page.locator("#link").getAttribute("href");
        Pictures.take(page, "agents-invited");
        ByKeyboard.leave(page);
        page.navigate("http://localhost:" + port + link);
        Pictures.take(page, "invitation");
        page.keyboard().type("password1");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("tried first");
        assertThat(page.locator("input[type=password]").first()).isFocused();
        page.keyboard().type("seven grey herons");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice[role=status]")).containsText("Your password is set");
        signIn(page, "bob@desk.example", "seven grey herons");
        page.navigate("http://localhost:" + port + link);
        assertThat(page.getByText("This link opens nothing now").first()).isVisible();
        Pictures.take(page, "invitation-gone");
        page.navigate(url("/account"));
        ByKeyboard.type(page, page.locator("#current"), "seven grey herons", "eight grey herons");
        assertThat(page.locator(".notice[role=status]")).containsText("Your password is changed");
        Pictures.take(page, "account");
    }

    @Test
    void who_lacks_a_second_step_that_is_demanded_sets_it_up_by_the_keyboard(Page page) {
        var bob = agent("bob", Role.AGENT);
        var ada = desk.call(() -> agents.find("ada@desk.example").orElseThrow());
        desk.run(() -> demand.put(Set.of(Role.AGENT), ada, Secret.random()));
        signIn(page, "bob@desk.example", PASSWORD);
        assertThat(page).hasURL(url("/account/second-step"));
        Pictures.take(page, "second-step-demanded");
        showsCode(page);
        page.getByText("I have kept them").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).not().containsText("second step");
        ByKeyboard.leave(page);
        signIn(page, "ada@desk.example", PASSWORD);
        page.navigate(url("/agents/" + bob.id().value()));
        assertThat(page.locator("#way-in + p")).containsText("Password and second step");
        Pictures.take(page, "agent-and-way-in");
    }

    @Test
    void whoever_forgot_their_password_asks_for_a_link(Page page) {
        page.navigate(url("/sign-in"));
        page.getByText("Forgot your password?").click();
        Pictures.take(page, "forgotten");
        page.keyboard().type("ada@desk.example");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice[role=status]")).containsText("on its way");
        Pictures.take(page, "forgotten-asked");
    }

    @Test
    void somebody_sets_up_codes_and_signs_in_with_one(Page page) {
        signIn(page, "ada@desk.example", PASSWORD);
        page.navigate(url("/account/second-step"));
        Pictures.take(page, "second-step");
        showsCode(page);
        assertThat(page.locator(".account-codes li")).hasCount(10);
        Pictures.take(page, "recovery-codes");
        var kept = page.locator(".account-codes li").first().textContent();
        page.navigate(url("/account"));
        Pictures.take(page, "account-with-codes");
        ByKeyboard.leave(page);
        ByKeyboard.givePassword(page, url("/sign-in"), "ada@desk.example", PASSWORD);
        assertThat(page.getByLabel("Code")).isFocused();
        Pictures.take(page, "code");
        page.keyboard().type(kept);
        page.keyboard().press("Enter");
        assertThat(page.locator(".side")).isVisible();
    }

    @Test
    void whoever_runs_the_desk_sees_rights_trail_and_webhooks(Page page) {
        signIn(page, "ada@desk.example", PASSWORD);
        page.navigate(url("/rights"));
        assertThat(page.getByText("you", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Pictures.take(page, "rights");
        page.navigate(url("/webhooks"));
        Pictures.take(page, "webhooks-none");
        page.getByLabel("Address").focus();
        page.keyboard().type("https://example.org/hook");
        page.keyboard().press("Enter");
        assertThat(page.locator("#secret")).containsText("whsec_");
        Pictures.take(page, "webhooks");
        page.navigate(url("/audit"));
        page.getByLabel("An end that you kept").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice[role=status]")).containsText("are as they were written");
        Pictures.take(page, "audit");
    }

    void showsCode(Page page) {
        var key = page.locator(".account-key").textContent().replace(" ", "");
        ByKeyboard.type(page, page.getByLabel("The six digits"), Codes.at(key, time.instant()), PASSWORD);
    }

    void signIn(Page page, String email, String password) {
        ByKeyboard.signIn(page, url("/sign-in"), email, password);
    }
}
