package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenants;
import threeline.testing.Axe;
import threeline.testing.DeskTest;
import threeline.testing.InBrowser;

/** An administrator signs in, makes a token, sees it once, and ends it. */
@DeskTest
@InBrowser
class TokensPageTest {

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
    Passwords passwords;

    String base;

    @BeforeEach
    void a_desk_with_an_administrator() throws IOException {
        var slug = "tokens-" + UUID.randomUUID().toString().substring(0, 8);
        var charter = Files.readString(Path.of("../charters/procurement.yaml"));
        tenants.add(slug, "Procurement").run(() -> {
            charters.putInForce(charter, "test", "The desk opens");
            agents.add(new NewAgent("Ada Ash", "ada@desk.example", Role.ADMIN, Set.of(), passwords.hash(PASSWORD)));
        });
        base = "http://localhost:%d/%s".formatted(port, slug);
    }

    @Test
    void a_token_is_shown_once_and_good_until_it_is_ended(Page page) throws Exception {
        signIn(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("API tokens"))
                .click();
        assertThat(page.getByText("No tokens yet")).isVisible();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Monitoring");
        page.getByLabel("May", new Page.GetByLabelOptions().setExact(true)).selectOption("read");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make token"))
                .click();
        var token = page.locator("#made").textContent();
        org.assertj.core.api.Assertions.assertThat(asked(token)).isEqualTo(200);
        look(page, "made");
        page.navigate(base + "/tokens");
        assertThat(page.locator("#made")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End Monitoring"))
                .click();
        assertThat(page.getByText("Ended", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        org.assertj.core.api.Assertions.assertThat(asked(token)).isEqualTo(401);
    }

    void signIn(Page page) {
        page.navigate(base + "/sign-in");
        look(page, "sign-in");
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

    /** As others see it: wide and narrow, light and dark, and to those who don't see it. */
    void look(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(390, 1440)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                Axe.check(page);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/shots", "%s-%d-%s.png".formatted(name, width, scheme))));
            }
        }
    }
}
