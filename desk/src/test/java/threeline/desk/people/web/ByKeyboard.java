package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What people do at a desk's door without a mouse. */
final class ByKeyboard {

    private ByKeyboard() {}

    /** Up to wherever the password leads. */
    static void givePassword(Page page, String door, String email, String password) {
        page.navigate(door);
        assertThat(page.getByLabel("Mail address")).isFocused();
        page.keyboard().type(email);
        then(page, password);
    }

    static void signIn(Page page, String door, String email, String password) {
        givePassword(page, door, email, password);
        assertThat(page.locator(".side")).isVisible();
    }

    /** Types one thing into a field and another into the next, and sends both. */
    static void type(Page page, Locator first, String one, String other) {
        first.focus();
        page.keyboard().type(one);
        then(page, other);
    }

    private static void then(Page page, String other) {
        page.keyboard().press("Tab");
        page.keyboard().type(other);
        page.keyboard().press("Enter");
    }

    /** As a browser that nobody has used; no page is open that still listens. */
    static void leave(Page page) {
        page.navigate("about:blank");
        page.context().clearCookies();
    }
}
