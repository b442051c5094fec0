package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;
import threeline.testing.HandTurnedTime;
import threeline.testing.PagesOfADesk;
import threeline.testing.Pictures;

/** The library's night watch ends at half past nine, while one of its people has a ticket open. */
class OffWatchPageTest extends PagesOfADesk {

    @Test
    void an_open_ticket_goes_at_the_seam_and_says_when_the_watch_begins_again(Page page) {
        opens("library");
        var zoe = hires("Zoe Kimura", Role.AGENT, Set.of("out-of-hours"));
        signIn(page, zoe);
        page.navigate(url("/tickets/" + comesIn("The cue sheet stops half way").number()));
        assertThat(page.locator("#live-word")).hasText("Live");

        time.set(HandTurnedTime.MONDAY_AT_NINE.plus(Duration.ofMinutes(30)));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("This is not yours to do now", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(page.getByText("Your watch begins on Monday 23 November 2026, 17:30 (Europe/London)."))
                .isVisible();
        Pictures.take(page, "off-watch-ticket");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the desk"))
                .press("Enter");
        assertThat(page.locator(".notice")).containsText("Your watch begins on Monday 23 November 2026, 17:30");
        assertThat(page.locator("#live-word")).hasCount(0);
        Pictures.take(page, "off-watch-account");

        time.set(HandTurnedTime.MONDAY_AT_NINE.plus(Duration.ofMinutes(510)));
        page.reload();
        assertThat(page.locator(".notice")).hasCount(0);
        assertThat(page.locator("#live-word")).hasText("Live");
    }
}
