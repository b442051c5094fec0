package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Role;
import threeline.desk.people.access.Sessions;
import threeline.testing.InBrowser;

/** What stays in a browser of who has gone: nothing. */
@InBrowser
class SignedOutPagesTest extends DeskWithAccounts {

    @Autowired
    Sessions sessions;

    @BeforeEach
    void somebody_signed_in() {
        agent("ada", Role.ADMIN);
    }

    /** Within a beat of the stream, four seconds; a machine that builds meanwhile may take longer. */
    @Test
    void an_open_page_without_anything_live_on_it_leads_to_the_door_once_its_session_has_ended(Page page) {
        signIn(page);
        page.navigate(url("/account"));
        assertThat(page.locator("#live-word")).hasText("Live");
        desk.run(() ->
                sessions.endAll(agents.find("ada@desk.example").orElseThrow().id()));
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"), new PageAssertions.HasURLOptions().setTimeout(20_000));
        assertThat(page.getByLabel("Mail address")).isVisible();
    }

    @Test
    void drafts_of_this_desk_go_with_who_signs_out_and_not_with_who_is_asked_to_sign_in_again(Page page) {
        signIn(page);
        var own = "threeline:draft:" + path("/tickets/1/note");
        var others = "threeline:draft:/another-desk/tickets/1/note";
        page.evaluate("keys => keys.forEach(it => localStorage.setItem(it, 'secret'))", List.of(own, others));
        ByKeyboard.leave(page);
        signIn(page);
        Assertions.assertThat(page.evaluate("key => localStorage.getItem(key)", own))
                .isEqualTo("secret");
        page.evaluate("() => document.querySelector('form[data-leaves]').requestSubmit()");
        assertThat(page.getByLabel("Mail address")).isVisible();
        Assertions.assertThat(page.evaluate("key => localStorage.getItem(key)", own))
                .isNull();
        Assertions.assertThat(page.evaluate("key => localStorage.getItem(key)", others))
                .isEqualTo("secret");
    }

    void signIn(Page page) {
        ByKeyboard.signIn(page, url("/sign-in"), "ada@desk.example", PASSWORD);
    }
}
