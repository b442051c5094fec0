package threeline.desk.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;
import threeline.testing.PagesOfADesk;

/** What is asked of a vendor and what they say, by the keyboard alone; and on which tier a ticket stays. */
class VendorOnPagesTest extends PagesOfADesk {

    @Test
    void a_vendor_is_asked_has_a_reference_answers_and_is_asked_again(Page page) {
        opens("global-desk");
        var mei = hires("Mei Tan", Role.AGENT, Set.of("level-2", "level-3"));
        var ticket = comesIn("The report prints twice");
        signIn(page, mei);
        page.navigate(url("/tickets/" + ticket.number()));
        item(page, "Bring it to the vendor");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("Since version 7 every report prints twice.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#timeline")).containsText("Maker of the suite");
        assertThat(page.locator("#promises")).containsText("Vendor");
        item(page, "The vendor");
        page.getByLabel("Their reference").fill("SM-4711");
        page.keyboard().press("Enter");
        assertThat(page.locator("#timeline")).containsText("SM-4711");
        item(page, "The vendor");
        page.getByLabel("What they answered").fill("Known. Mended");
        time.forward(Duration.ofHours(1));
        tenant.run(() -> desk.wake(100));
        assertThat(page.locator("#timeline")).containsText("Half of the response time is used");
        page.getByLabel("What they answered").press("End");
        page.keyboard().type(" in 7.1.");
        page.getByText("Log their answer").press("Enter");
        assertThat(page.locator("#timeline")).containsText("Mended in 7.1.");
        assertThat(page.locator("#promises .promise[data-state=met]")).containsText("Vendor");
        item(page, "The vendor");
        page.getByText("Bring it to them").press("Enter");
        assertThat(page.locator("#timeline .entry").last()).containsText("Maker of the suite");
        item(page, "The vendor");
        look(page, "vendor");
    }

    @Test
    void a_stay_says_on_which_tier_it_is(Page page) {
        opens("web-hosting");
        var tess = hires("Tess Kimura", Role.AGENT, Set.of("first-line"), "engineer");
        var ticket = comesIn("The shop is slow");
        signIn(page, tess);
        page.navigate(url("/tickets/" + ticket.number()));
        assertThat(page.locator("#promises")).containsText("Stay on 1st line");
        page.keyboard().press("e");
        page.keyboard().press("Enter");
        assertThat(page.locator("#promises")).containsText("Stay on 2nd line");
        page.locator("#earlier-promises > summary").click();
        assertThat(page.locator("#earlier-promises")).containsText("Stay on 1st line");
    }

    private static void item(Page page, String title) {
        page.locator("#subject").focus();
        page.keyboard().press("m");
        page.locator("#more-menu summary")
                .filter(new Locator.FilterOptions().setHasText(title))
                .press("Enter");
    }
}
