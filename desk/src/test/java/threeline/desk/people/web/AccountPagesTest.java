package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
import threeline.desk.people.Role;
import threeline.desk.people.access.Codes;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenants;
import threeline.testing.Axe;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.InBrowser;

/** The pages of accounts in a browser, by the keyboard alone; wide and narrow, light and dark. */
@DeskTest
@InBrowser
class AccountPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Agents agents;

    @Autowired
    Passwords passwords;

    @Autowired
    HandTurnedTime time;

    String base;

    @BeforeEach
    void a_desk_with_an_administrator() {
        var slug = "pages-" + UUID.randomUUID().toString().substring(0, 8);
        tenants.add(slug, "Accounts").run(() -> {
            charters.putInForce(SignInTest.CHARTER, "test", "The desk opens");
            var hash = passwords.hash(SignInTest.PASSWORD);
            agents.add(new NewAgent("Ada Ash", "ada@desk.example", Role.ADMIN, Set.of(), hash));
        });
        base = "http://localhost:%d/%s".formatted(port, slug);
    }

    @Test
    void an_invitation_handed_over_by_hand_lets_somebody_choose_a_password(Page page) {
        signIn(page, "ada@desk.example", SignInTest.PASSWORD);
        page.navigate(base + "/accounts");
        look(page, "accounts");
        page.getByLabel("Name").focus();
        page.keyboard().type("Bob Birch");
        page.keyboard().press("Tab");
        page.keyboard().type("bob@desk.example");
        page.keyboard().press("Enter");
        var link = page.locator("#link").getAttribute("href");
        look(page, "accounts-invited");
        page.context().clearCookies();
        page.navigate("http://localhost:" + port + link);
        look(page, "invitation");
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
        look(page, "invitation-gone");
        page.navigate(base + "/account");
        page.locator("#current").focus();
        page.keyboard().type("seven grey herons");
        page.keyboard().press("Tab");
        page.keyboard().type("eight grey herons");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice[role=status]")).containsText("Your password is changed");
        look(page, "account");
    }

    @Test
    void whoever_forgot_their_password_asks_for_a_link(Page page) {
        page.navigate(base + "/sign-in");
        page.getByText("Forgot your password?").click();
        look(page, "forgotten");
        page.keyboard().type("ada@desk.example");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice[role=status]")).containsText("on its way");
        look(page, "forgotten-asked");
    }

    @Test
    void somebody_sets_up_codes_and_signs_in_with_one(Page page) {
        signIn(page, "ada@desk.example", SignInTest.PASSWORD);
        page.navigate(base + "/account/second-step");
        look(page, "second-step");
        var key = page.locator(".account-key").textContent().replace(" ", "");
        page.getByLabel("The six digits").focus();
        page.keyboard().type(Codes.at(key, time.instant()));
        page.keyboard().press("Tab");
        page.keyboard().type(SignInTest.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".account-codes li")).hasCount(10);
        look(page, "recovery-codes");
        var kept = page.locator(".account-codes li").first().textContent();
        page.navigate(base + "/account");
        look(page, "account-with-codes");
        page.context().clearCookies();
        page.navigate(base + "/sign-in");
        assertThat(page.getByLabel("Mail address")).isFocused();
        page.keyboard().type("ada@desk.example");
        page.keyboard().press("Tab");
        page.keyboard().type(SignInTest.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Code")).isFocused();
        look(page, "code");
        page.keyboard().type(kept);
        page.keyboard().press("Enter");
        assertThat(page.locator(".side")).isVisible();
    }

    @Test
    void whoever_runs_the_desk_sees_rights_trail_and_webhooks(Page page) {
        signIn(page, "ada@desk.example", SignInTest.PASSWORD);
        page.navigate(base + "/rights");
        assertThat(page.getByText("you", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        look(page, "rights");
        page.navigate(base + "/webhooks");
        look(page, "webhooks-none");
        page.getByLabel("Address").focus();
        page.keyboard().type("https://example.org/hook");
        page.keyboard().press("Enter");
        assertThat(page.locator("#secret")).containsText("whsec_");
        look(page, "webhooks");
        page.navigate(base + "/audit");
        page.getByLabel("An end that you kept").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice[role=status]")).containsText("are as they were written");
        look(page, "audit");
    }

    void signIn(Page page, String email, String password) {
        page.navigate(base + "/sign-in");
        assertThat(page.getByLabel("Mail address")).isFocused();
        page.keyboard().type(email);
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        page.keyboard().press("Enter");
        assertThat(page.locator(".side")).isVisible();
    }

    static void look(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(390, 768, 1440)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                if ((width == 390) == (scheme == ColorScheme.DARK)) {
                    Axe.check(page);
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/shots", "%s-%d-%s.png".formatted(name, width, scheme))));
            }
        }
    }
}
