package threeline.desk.contract.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.ticket.About;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.testing.HandTurnedTime;
import threeline.testing.PagesOfADesk;

/** A manager reads the charter, changes it, sees what that would do, puts it in force, and moves a release. */
class CharterPagesTest extends PagesOfADesk {

    String base;
    String charter;

    @BeforeEach
    void a_desk_with_a_manager() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        var slug = "charter-" + UUID.randomUUID().toString().substring(0, 8);
        charter = Files.readString(Path.of("../charters/procurement.yaml"));
        tenants.add(slug, "Quillbrook").run(() -> {
            charters.putInForce(charter, "Ada Ash", "The desk opens");
            agents.add(new NewAgent(
                    "Helen Marsh", "helen@desk.example", Role.MANAGER, Set.of(), passwords.hash(PASSWORD)));
            agents.add(new NewAgent("Tom Tarn", "tom@desk.example", Role.AGENT, Set.of(), passwords.hash(PASSWORD)));
            var ann = requesters.recognise("ann@acme.example", "Ann Archer").id();
            for (var it : List.of("Invoices are cut off", "Approvers are missing", "Orders stay in draft")) {
                desk.open(new NewTicket(
                        ann,
                        "portal",
                        "high",
                        false,
                        About.NOTHING,
                        new NewMessage(it, "Since this morning.", List.of())));
            }
        });
        base = "http://localhost:%d/%s".formatted(port, slug);
    }

    @Test
    void a_manager_changes_the_charter(Page page) {
        signIn(page, "helen@desk.example");
        page.navigate(base + "/charter");
        assertThat(page.getByText("Everything that Procurement")).isVisible();
        look(page, "charter-page");
        link(page, "Change it");
        assertThat(page.locator("#gutter li").first()).isVisible();
        var text = page.getByLabel("The charter as text");
        text.fill(charter.replaceFirst("response: +3h business", "respons: 1h business"));
        assertThat(page.locator(".finding-item[data-kind=error]").first()).containsText("respons");
        look(page, "charter-error");
        page.keyboard().press("F8");
        assertThat(text).isFocused();
        page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("We can do better");
        button(page, "Put in force");
        assertThat(page.getByText("It can't be put in force: 1 error")).isVisible();
        look(page, "charter-refused");
        page.navigate(base + "/charter/draft");
        org.assertj.core.api.Assertions.assertThat(text.inputValue()).contains("respons:");
        text.fill(charter.replaceFirst("response: +3h business", "response: 1h business"));
        assertThat(page.locator(".finding-item[data-kind=error]")).hasCount(0);
        button(page, "Show what it would change");
        assertThat(page.getByText("of 3 open tickets get other due times")).isVisible();
        assertThat(page.getByText("Over the last 90 days")).isVisible();
        look(page, "charter-preview");
        link(page, "Compare");
        assertThat(page.getByText("1 line taken away, 1 line added")).isVisible();
        look(page, "charter-compare");
        page.navigate(base + "/charter/draft");
        page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("We can do better");
        button(page, "Put in force");
        assertThat(page.getByText("in force", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        look(page, "charter-versions");
        link(page, "Version 1");
        assertThat(page.getByText("The desk opens")).isVisible();
        page.navigate(base + "/charter/text");
        look(page, "charter-text");
    }

    @Test
    void a_version_is_planned_and_withdrawn_and_a_release_moved(Page page) {
        signIn(page, "helen@desk.example");
        page.navigate(base + "/charter/draft");
        page.getByLabel("From which day").fill("2026-12-01");
        page.getByLabel("At what time").fill("09:00");
        page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("Next month");
        button(page, "Put in force");
        assertThat(page.getByText("comes into force Tue 1 Dec 09:00")).isVisible();
        look(page, "charter-planned");
        page.getByLabel("Why version 2 is withdrawn").fill("Not yet");
        button(page, "Withdraw");
        assertThat(page.getByText("Withdrawn by Helen Marsh")).isVisible();
        link(page, "Releases");
        look(page, "charter-releases");
        page.getByLabel("To which day the release of Thu 10 Dec 2026 is moved").fill("2026-12-17");
        page.getByLabel("Why the release of Thu 10 Dec 2026 is moved").fill("Not ready");
        page.locator("tr", new Page.LocatorOptions().setHasText("Thu 10 Dec 2026"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.getByText("From Thu 10 Dec 2026 to Thu 17 Dec 2026")).isVisible();
    }

    @Test
    void an_agent_reads_it_and_changes_nothing(Page page) {
        signIn(page, "tom@desk.example");
        page.navigate(base + "/charter");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change it")))
                .hasCount(0);
        page.navigate(base + "/charter/text");
        assertThat(page.locator("#L1")).isVisible();
        page.navigate(base + "/charter/releases");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move")))
                .hasCount(0);
    }

    void signIn(Page page, String email) {
        page.navigate(base + "/sign-in");
        page.getByLabel("Mail address").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        button(page, "Sign in");
    }

    static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    static void link(Page page, String name) {
        page.locator("#main")
                .getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true))
                .first()
                .click();
    }
}
