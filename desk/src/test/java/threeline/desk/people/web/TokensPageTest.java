package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;
import threeline.testing.InBrowser;
import threeline.testing.Pictures;

/** An administrator signs in, makes a token, sees it once, and ends it. */
@InBrowser
class TokensPageTest extends DeskWithAccounts {

    @BeforeEach
    void an_administrator() {
        agent("ada", Role.ADMIN);
    }

    @Test
    void a_token_is_shown_once_and_good_until_it_is_ended(Page page) throws Exception {
        signIn(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("API tokens"))
                .click();
        assertThat(page.getByText("No tokens yet")).isVisible();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Monitoring");
        page.locator("input[value='tickets:read']").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make token"))
                .click();
        var token = page.locator("#made").textContent();
        org.assertj.core.api.Assertions.assertThat(asked(token)).isEqualTo(200);
        Pictures.take(page, "made");
        page.navigate(url("/tokens"));
        assertThat(page.locator("#made")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End Monitoring"))
                .click();
        assertThat(page.getByText("Ended", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        org.assertj.core.api.Assertions.assertThat(asked(token)).isEqualTo(401);
    }

    void signIn(Page page) {
        page.navigate(url("/sign-in"));
        Pictures.take(page, "sign-in");
        page.getByLabel("Mail address").fill("ada@desk.example");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    int asked(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/v1/tickets".formatted(port)))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
