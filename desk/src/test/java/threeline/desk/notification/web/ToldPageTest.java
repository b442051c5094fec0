package threeline.desk.notification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.testing.PagesOfADesk;

/** What an agent was told comes live, is counted, and is read by looking at the ticket; how it is told is theirs to say. */
class ToldPageTest extends PagesOfADesk {

    String base;

    @BeforeEach
    void a_desk_with_an_agent() {
        opens("managed-it");
        hires("Tess Tall", Role.AGENT, Set.of());
        base = url("");
    }

    void asks(String subject) {
        tenant.run(() -> {
            var ann = requesters.recognise("ann@acme.example", "Ann");
            desk.open(NewTicket.of(ann.id(), "email", null, new NewMessage(subject, "please", List.of())));
        });
    }

    @Test
    void what_happens_arrives_by_itself_and_is_read_by_looking(Page page) {
        signIn(page);
        page.navigate(base + "/told");
        assertThat(page.getByText("Nothing yet")).isVisible();
        look(page, "told-empty");
        asks("The printer <b>burns</b>");
        assertThat(page.getByText("The printer <b>burns</b>")).isVisible();
        asks(
                "And a second one with a subject so long that it has to go on in a line of its own on a narrow screen, surely");
        assertThat(page.locator("#count-told")).hasText("2");
        look(page, "told-full");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("burns"))
                .click();
        assertThat(page.locator("#count-told")).hasText("1");
        page.navigate(base + "/told");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have read all"))
                .click();
        assertThat(page.locator("#count-told")).hasText("0");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have read all")))
                .hasCount(0);
    }

    @Test
    void how_i_am_told_is_mine_to_say_by_the_keyboard_too(Page page) {
        signIn(page);
        page.navigate(base + "/told/habit");
        look(page, "told-habit");
        page.getByLabel("Quiet from").fill("18:00");
        page.getByLabel("Quiet until").fill("08:00");
        page.getByLabel("A new ticket").selectOption("Not at all");
        page.getByLabel("Merged")
                .or(page.getByLabel("Goes on as another ticket"))
                .focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Kept.")).isVisible();
        assertThat(page.getByLabel("Quiet until")).hasValue("08:00");
        assertThat(page.getByLabel("A new ticket")).hasValue("nothing");
        asks("nobody hears");
        page.navigate(base + "/told");
        assertThat(page.getByText("Nothing yet")).isVisible();
    }

    void signIn(Page page) {
        page.navigate(base + "/sign-in");
        page.getByLabel("Mail address").fill("tess@desk.example");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("#count-told")).isAttached();
    }
}
