package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;
import threeline.testing.InBrowser;
import threeline.testing.Pictures;

/** Erasing an agent by the page and the keyboard; who may, whom, and what is said to whoever may not yet. */
@InBrowser
class ErasurePagesTest extends DeskWithAccounts {

    long zelda;

    @BeforeEach
    void an_administrator_and_somebody_who_leaves() {
        agent("ada", Role.ADMIN);
        agent("zelda", Role.AGENT);
        zelda = idOf("zelda");
    }

    @Test
    void who_left_is_found_looked_at_and_erased_by_the_keyboard(Page page) {
        ByKeyboard.signIn(page, url("/sign-in"), "ada@desk.example", PASSWORD);
        page.navigate(url("/erasures/agents/" + zelda));
        assertThat(page.getByText("They still have access. End it first.")).isVisible();
        Pictures.take(page, "erasure-of-agent-not-yet");
        page.getByText("They still have access. End it first.").click();
        page.getByText("End access").click();
        page.navigate(url("/erasures?q=zel"));
        assertThat(page.getByText("worked here", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Pictures.take(page, "erasures-found-agent");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("zelda"))
                .click();
        Pictures.take(page, "erasure-of-agent");
        page.getByLabel("Why").focus();
        page.keyboard().type("Asked on 23 November");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice[data-kind=met]"))
                .containsText("Erased", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(page.locator("h1")).hasText("Erased agent " + zelda);
        Pictures.take(page, "erasure-of-agent-done");
        page.navigate(url("/erasures?q=zel"));
        assertThat(page.getByText("Nobody found")).isVisible();
        assertThat(page.getByText("Agent " + zelda)).isVisible();
    }

    @Test
    void nobody_erases_themselves_or_who_works_here_and_nobody_else_erases_anybody() {
        var ada = signedIn("ada");
        ada.get(path("/erasures"));
        var wish = Map.of("why", "asked", "sure", "yes");
        var own = ada.post(path("/erasures/agents/" + idOf("ada")), wish);
        Assertions.assertThat(own.statusCode()).isEqualTo(409);
        Assertions.assertThat(own.body()).contains("by somebody else");
        var works = ada.post(path("/erasures/agents/" + zelda), wish);
        Assertions.assertThat(works.statusCode()).isEqualTo(409);
        Assertions.assertThat(works.body()).contains("End it first");
        Assertions.assertThat(ada.get(path("/erasures/agents/99999")).statusCode())
                .isEqualTo(404);
        Assertions.assertThat(ada.post(path("/erasures/agents/" + zelda), Map.of("why", "asked"))
                        .statusCode())
                .isEqualTo(400);
        agent("mia", Role.MANAGER);
        var mia = signedIn("mia");
        mia.get(path("/queue/breaks-first"));
        Assertions.assertThat(mia.get(path("/erasures/agents/" + zelda)).statusCode())
                .isEqualTo(403);
        Assertions.assertThat(mia.post(path("/erasures/agents/" + zelda), wish).statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_erased_agent_is_on_no_page_of_people_and_nobody_gives_them_access_back() {
        var ada = signedIn("ada");
        ada.get(path("/erasures"));
        ada.post(path("/agents/%d/end".formatted(zelda)), Map.of());
        ada.post(path("/erasures/agents/" + zelda), Map.of("why", "asked", "sure", "yes"));
        await().until(() -> ada.get(path("/erasures/agents/" + zelda)).body().contains("data-kind=\"met\""));
        Assertions.assertThat(ada.get(path("/agents/" + zelda)).statusCode()).isEqualTo(404);
        Assertions.assertThat(ada.get(path("/agents")).body()).doesNotContain("zelda", "Erased agent");
        ada.get(path("/erasures"));
        Assertions.assertThat(ada.post(path("/agents/%d/restoration".formatted(zelda)), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }
}
