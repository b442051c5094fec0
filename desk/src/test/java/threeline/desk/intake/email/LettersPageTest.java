package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Onlookers;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.testing.Axe;
import threeline.testing.DeskTest;
import threeline.testing.InBrowser;

/** Whoever answers for the desk's mail finds any letter, sees the way it went, and lets people look on. */
@DeskTest
@InBrowser
class LettersPageTest extends AtTheDoor {

    static final String PASSWORD = "a good long one";

    @LocalServerPort
    int port;

    @Autowired
    Passwords passwords;

    @Autowired
    Onlookers onlookers;

    @Test
    void a_letter_is_found_by_its_message_id_with_the_way_it_went(Page page) {
        server.mail(ann, address, """
                From: Ann <%s>
                To: %s
                Cc: Bob <bob@b.example>
                Subject: Chairs
                Message-ID: <find-me@customer.example>
                Content-Type: text/html; charset=utf-8

                <p>twelve <b>please</b></p><script>document.title='evil'</script><img src="https://evil.example/x.gif">
                """.formatted(ann, address));
        var ticket = onlyTicket();
        signIn(page);
        page.navigate(house() + "/letters?id=%3Cfind-me@customer.example%3E");
        page.locator("tbody a").first().click();
        assertThat(page.locator(".path").textContent())
                .contains("from " + ann, "vouches", "ticketed PRO-" + ticket.number());
        Axe.check(page);
        page.locator("summary").first().click();
        assertThat(page.frameLocator("iframe").locator("body").textContent()).contains("twelve please");
        assertThat(page.frameLocator("iframe").locator("img").count()).isZero();
        page.locator("text=Let them see what is said from now on").click();
        assertThat(page.locator("main").textContent()).contains("sees what is said in public");
        assertThat(there(() -> onlookers.of("PRO-" + ticket.number())))
                .containsExactly(new Onlookers.Onlooker(new MailAddress("bob@b.example", "Bob"), true));
    }

    private void signIn(Page page) {
        there(() -> agents.add(new NewAgent(
                "Mara", "mara@" + slug + ".example", Role.MANAGER, Set.of("user-support"), passwords.hash(PASSWORD))));
        page.navigate(house() + "/sign-in");
        page.locator("input[name=email]").fill("mara@" + slug + ".example");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("button.primary").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private String house() {
        return "http://localhost:%d/%s".formatted(port, slug);
    }
}
