package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;
import threeline.testing.IdentityProvider;
import threeline.testing.PagesOfADesk;

/** The pages of providers, in a browser and by the keyboard alone. */
class ProviderPagesTest extends PagesOfADesk {

    IdentityProvider there;

    @BeforeEach
    void a_provider() {
        opens("procurement");
        there = new IdentityProvider(time);
    }

    @AfterEach
    void ends() {
        there.close();
    }

    @Test
    void an_administrator_adds_a_provider_and_tries_it_and_everybody_sees_its_button(Page page) {
        signIn(page, hires("Ada Ash", Role.ADMIN, Set.of()));
        page.navigate(url("/providers"));
        look(page, "providers-empty");
        page.locator("#name").focus();
        page.keyboard().type("Example");
        page.keyboard().press("Tab");
        page.keyboard().type(there.issuer());
        page.keyboard().press("Tab");
        page.keyboard().type(IdentityProvider.CLIENT);
        page.keyboard().press("Tab");
        page.keyboard().type(IdentityProvider.SECRET);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Example");
        assertThat(page.locator("#back")).containsText("/sign-in/providers/");
        page.locator("text=Try the connection").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice")).containsText("knows this client");
        look(page, "provider");
        page.navigate(url("/providers"));
        look(page, "providers");
        page.navigate(url("/account"));
        assertThat(page.locator("#providers-title")).isVisible();
        look(page, "account-providers");
        page.context().clearCookies();
        page.navigate(url("/sign-in"));
        assertThat(page.locator("text=Sign in by Example")).isVisible();
        look(page, "sign-in-providers");
    }
}
