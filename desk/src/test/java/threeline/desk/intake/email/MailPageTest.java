package threeline.desk.intake.email;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.outbox.Outgoing;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.ticket.NewMessage;
import threeline.testing.Axe;
import threeline.testing.DeskTest;
import threeline.testing.InBrowser;

/** Whoever answers for mail sees how it comes in and leaves, what is wrong in words, and can do something about it. */
@DeskTest
@InBrowser
class MailPageTest extends AtTheDoor {

    static final String PASSWORD = "a good long one";

    @LocalServerPort
    int port;

    @Autowired
    Passwords passwords;

    @Autowired
    Outgoing outgoing;

    @Autowired
    Inboxes inboxes;

    @Test
    void the_door_the_relay_and_a_mail_that_nobody_took(Page page) {
        var refused = "refused@" + slug + "-customer.example";
        server.mail(refused, address, plain(refused, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        there(() -> desk.reply(ticket.number(), NewMessage.of("How many?"), nadia));
        await().until(() -> there(() -> outgoing.lost(10)).size() == 2);
        signIn(page);
        page.navigate(house() + "/mail");
        assertThat(page.locator("main")).containsText("The SMTP door is open at port " + door.port());
        assertThat(page.locator("main")).containsText(address);
        assertThat(page.locator("main")).containsText("nobody of that name");
        Axe.check(page);
        page.getByText("Call the relay").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("It answers and lets us in");
        var lost = there(() -> outgoing.lost(10)).getFirst();
        page.navigate(house() + "/letters?id=" + lost.messageId().replaceAll("[<>]", ""));
        assertThat(page.locator("main")).containsText("Sent by this desk");
        assertThat(page.locator("main")).containsText("Given up");
        Axe.check(page);
        there(() -> outgoing.again(lost.id()));
        await().until(() ->
                there(() -> outgoing.find(lost.messageId())).getFirst().state().equals("given-up"));
    }

    @Test
    void an_inbox_is_put_there_and_what_is_wrong_with_it_is_said(Page page) {
        signIn(page);
        page.navigate(house() + "/mail/inboxes/new");
        page.getByLabel("Server").fill("127.0.0.1");
        page.getByLabel("Port").fill("1");
        page.getByLabel("User").fill("help");
        page.locator("main button.primary").click();
        assertThat(page.locator("main [role=alert]")).containsText("no server lets us in");
        Axe.check(page);
        page.getByLabel("Password").fill("sesame");
        page.getByText("Try it out").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#trial")).containsText("Nobody answers at 127.0.0.1, port 1.");
        Axe.check(page);
        page.getByLabel("believed about senders").fill("mx.example");
        page.locator("main button.primary").click();
        assertThat(page.locator("main")).containsText("help at 127.0.0.1:1");
        var inbox = there(() -> inboxes.all()).getFirst();
        assertThat(there(() -> inboxes.secret(inbox.id())).word()).isEqualTo("sesame");
        assertThat(inbox.place().believed()).isEqualTo("mx.example");
        page.getByText("Let it rest").click();
        assertThat(page.locator("main")).containsText("rests");
        page.navigate(house() + "/mail/inboxes/" + inbox.id());
        assertThat(page.locator("main").innerHTML()).doesNotContain("sesame");
        page.getByText("Fetch from it no more").click();
        assertThat(page.locator("main")).containsText("Mail comes to the SMTP door alone.");
    }

    @Test
    void a_broken_template_is_refused_with_its_line_and_a_whole_one_is_told(Page page) {
        signIn(page);
        page.navigate(house() + "/mail/templates");
        Axe.check(page);
        page.getByText("A new ticket").click();
        page.locator("#body").fill("Dear {{name}},\n\nwe have {{reverence}}.");
        page.getByText("Look at it").focus();
        page.keyboard().press("Enter");
        var shown = page.frameLocator("iframe[name=preview]");
        assertThat(shown.locator("body")).containsText("Line 3: There is no {{reverence}} here");
        page.locator("button[value=keep]").click();
        assertThat(page.locator("#fault")).containsText("Line 3: There is no {{reverence}} here");
        page.locator("iframe").evaluate("it => it.remove()"); // axe waits for ever for a frame in which nothing runs
        Axe.check(page);
        page.navigate(house() + "/mail/templates/opened");
        page.locator("#subject").fill("{{reference}}: {{subject}}");
        page.locator("#body").fill("Dear {{name}},\n\nwe have {{reference}}, <b>soon</b>.");
        page.getByText("Look at it").click();
        assertThat(shown.locator("pre")).containsText("we have PRO-7, <b>soon</b>.");
        assertThat(shown.locator("body > p b").first()).hasText("PRO-7: The list of suppliers is <empty>");
        page.locator("button[value=keep]").click();
        assertThat(page.locator(".page-head")).containsText("In the desk's own words");
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        assertThat(awaitMail(ann, "we have PRO-").text()).contains("Dear ann", "Subject: PRO-1: Chairs");
    }

    @Test
    void a_key_is_made_and_signs_nothing_before_it_is_published(Page page) {
        signIn(page);
        page.navigate(house() + "/mail/keys");
        page.getByText("Make a key").click();
        assertThat(page.locator(".key")).containsText("._domainkey." + slug + ".example");
        Axe.check(page);
        page.getByText("Sign by it, if it is").click();
        assertThat(page.locator(".key")).containsText("signs nothing yet");
        page.getByText("Remove").click();
        assertThat(page.locator(".key")).hasCount(0);
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
