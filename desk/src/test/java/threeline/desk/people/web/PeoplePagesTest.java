package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.contract.Contracts;
import threeline.desk.people.Agent;
import threeline.desk.people.Charges;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Postings;
import threeline.desk.people.Role;
import threeline.testing.PagesOfADesk;

/** Organizations, what is agreed with them, and those who help: seen by all of the desk, changed by those who run it. */
class PeoplePagesTest extends PagesOfADesk {

    @Autowired
    Contracts contracts;

    @Autowired
    Charges charges;

    @Autowired
    Postings postings;

    Agent helen;
    Agent ada;
    Agent mei;

    @BeforeEach
    void the_global_desk() {
        opens("global-desk");
        ada = hires("Ada Ash", Role.ADMIN, Set.of("level-2"));
        helen = hires("Helen Marsh", Role.MANAGER, Set.of("europe-1", "level-2"), "shift-lead");
        mei = hires("Mei Tan", Role.AGENT, Set.of("asia-1"));
        tenant.run(() -> {
            requesters.add(new NewRequester("Klaus Wetter", "klaus@rheinlager.example", null, "Rheinlager", true));
            requesters.add(
                    new NewRequester("Elke Sommer", "elke@rheinlager.example", "+49 221 5550117", "Rheinlager", false));
            organizations.named("Calder Freight");
        });
    }

    @Test
    void a_manager_agrees_anew_with_an_organization_and_says_who_has_it_in_charge(Page page) {
        signIn(page, helen);
        page.keyboard().press("g");
        page.keyboard().press("o");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.getByRole(AriaRole.SEARCHBOX).fill("rhein");
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        look(page, "organizations");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Rheinlager"))
                .click();
        assertThat(page.locator(".agreed")).containsText("none: as the charter promises everybody");
        page.getByLabel("Package").selectOption("full");
        page.getByLabel("Zone").fill("Europe/Berlin");
        page.getByLabel("Holidays").fill("DE-NW");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Kept.")).isVisible();
        assertThat(page.locator(".agreed")).containsText("Round the clock");
        time.forward(java.time.Duration.ofHours(1));
        page.getByLabel("Package").selectOption("basic");
        button(page, "Agree from now on");
        page.getByText("What was agreed before").click();
        assertThat(page.locator(".agreed table tbody tr")).containsText("Round the clock");
        assertThat(page.locator(".agreed table tbody tr")).containsText("Helen Marsh");
        page.getByLabel("Shift lead").selectOption("Helen Marsh");
        button(page, "Keep");
        page.getByLabel("Elke Sommer is a Super User").click();
        assertThat(page.locator("[aria-pressed=true]").filter(new Locator.FilterOptions().setHasText("Yes")))
                .hasCount(2);
        look(page, "organization");
        tenant.run(() -> {
            var rheinlager = organizations.find("rheinlager").orElseThrow();
            assertThat(contracts.of(rheinlager.id())).hasSize(2);
            assertThat(charges.of(rheinlager.id())).containsOnlyKeys("shift-lead");
        });
    }

    @Test
    void a_manager_writes_an_organization_down_and_renames_it(Page page) {
        signIn(page, helen);
        page.navigate(url("/organizations"));
        page.getByText("New organization").click();
        page.getByLabel("Its name").fill("Penhale & Söhne");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Penhale & Söhne");
        assertThat(page.locator("main")).containsText("The charter calls it penhale-sohne");
        page.getByLabel("To people").fill("Penhale");
        button(page, "Rename");
        assertThat(page.locator("h1")).hasText("Penhale");
        look(page, "organization-renamed");
        page.getByLabel("To people").fill("Rheinlager");
        button(page, "Rename");
        assertThat(page.locator("main")).containsText("There is an organization called");
        tenant.run(() -> org.assertj.core.api.Assertions.assertThat(
                        organizations.find("penhale-sohne").orElseThrow().name())
                .isEqualTo("Penhale"));
    }

    @Test
    void an_administrator_says_where_somebody_stands(Page page) {
        signIn(page, ada);
        page.keyboard().press("g");
        page.keyboard().press("d");
        assertThat(page.locator("tbody tr")).hasCount(3);
        look(page, "agents");
        page.getByRole(AriaRole.SEARCHBOX).fill("asia");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mei Tan"))
                .click();
        page.getByLabel("Level 1 Americas").check();
        page.getByLabel("Shift lead").check();
        page.getByLabel("Is told in").selectOption("German");
        button(page, "Keep");
        assertThat(page.getByText("Kept.")).isVisible();
        assertThat(page.getByLabel("Shift lead")).isChecked();
        assertThat(page.getByText("Infrastructure at Acme")).hasCount(0);
        look(page, "agent");
        page.getByLabel("Manager also runs the desk").check();
        button(page, "Appoint");
        tenant.run(() -> {
            var posting = postings.of(mei.id());
            assertThat(posting.groups()).containsExactlyInAnyOrder("asia-1", "americas-1");
            assertThat(posting.parts()).containsExactly("shift-lead");
            assertThat(posting.language()).isEqualTo("de");
            assertThat(agents.get(mei.id()).role()).isEqualTo(Role.MANAGER);
        });
        page.navigate(url("/agents/" + ada.id().value()));
        page.getByLabel("Agent works on tickets").check();
        button(page, "Appoint");
        assertThat(page.locator("main")).containsText("Ada Ash is the desk's last administrator");
    }

    @Test
    void who_does_not_run_the_desk_sees_it_and_changes_nothing(Page page) {
        signIn(page, mei);
        page.navigate(url("/agents/" + helen.id().value()));
        assertThat(page.locator("main")).containsText("Level 1 Europe");
        assertThat(page.locator("main button")).hasCount(0);
        page.navigate(url("/organizations/rheinlager"));
        assertThat(page.locator("main")).containsText("Klaus Wetter");
        assertThat(page.locator("main button")).hasCount(0);
        look(page, "organization-seen");
    }

    @Test
    void an_outside_agent_sees_their_own_organization_alone(Page page) {
        var omar = tenant.call(() -> agents.add(new NewAgent(
                "Omar Said",
                "omar@acme.example",
                Role.AGENT,
                Set.of("acme-infra"),
                Set.of(),
                "Acme",
                passwords.hash(PASSWORD))));
        signIn(page, omar);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My organization"))
                .click();
        assertThat(page.locator("h1")).hasText("Acme");
        assertThat(page.request().get(url("/organizations")).status()).isEqualTo(403);
        assertThat(page.request().get(url("/organizations/rheinlager")).status())
                .isEqualTo(404);
        assertThat(page.request().get(url("/agents")).status()).isEqualTo(403);
    }

    static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
