package threeline.desk.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requester;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.testing.PagesOfADesk;
import threeline.testing.PortalLink;

/** Asking for help and following it up, in a real browser. */
class PortalPagesTest extends PagesOfADesk {

    @Test
    void somebody_asks_and_sees_what_is_promised(Page page) {
        opens("procurement");
        comesIn(page, asker("Imogen Fairlie", false));
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Ask us").setExact(true))
                .click();
        assertThat(page.locator(".sev-card.refused")).containsText("Critical");
        page.getByLabel("In a few words").fill("Approver can't release orders");
        page.getByLabel("High").check();
        page.getByLabel("What happens").fill("Since this morning.\n\nYesterday it worked.");
        page.locator("#files")
                .setInputFiles(
                        new FilePayload("not-permitted.txt", "text/plain", "no".getBytes(StandardCharsets.UTF_8)));
        look(page, "portal-ask");
        sends(page, "Send");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Approver can't release orders");
        assertThat(page.locator(".promises")).containsText("By today, 12:00.");
        assertThat(page.locator(".message")).containsText("Yesterday it worked.");
        var file =
                page.waitForDownload(() -> page.getByText("not-permitted.txt").click());
        assertThat(file.suggestedFilename()).isEqualTo("not-permitted.txt");
        look(page, "portal-request-new");
        var ticket = ticket(page);
        assertThat(ticket.channel()).isEqualTo("portal");
        assertThat(ticket.severity()).isEqualTo("high");
        assertThat(ticket.group()).isEqualTo("user-support");
        page.navigate(url("/portal"));
        assertThat(page.locator(".my-row")).containsText("First answer by today, 12:00");
        look(page, "portal-home");
    }

    @Test
    void nothing_typed_is_lost_where_something_is_missing(Page page) {
        opens("procurement");
        comesIn(page, asker("Imogen Fairlie", false));
        page.navigate(url("/portal/ask"));
        page.getByLabel("In a few words").fill("It is slow");
        page.getByLabel("Medium").check();
        page.evaluate("document.querySelector('form.ask-form').noValidate = true");
        sends(page, "Send");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say what happens.");
        assertThat(page.getByLabel("In a few words")).hasValue("It is slow");
        assertThat(page.getByLabel("Medium")).isChecked();
        assertThat(page.getByLabel("What happens")).isFocused();
    }

    @Test
    void a_severity_that_may_not_come_this_way_is_refused_in_the_charters_words(Page page) {
        opens("procurement");
        comesIn(page, asker("Imogen Fairlie", false));
        page.navigate(url("/portal/ask"));
        page.getByLabel("In a few words").fill("All is down");
        page.getByLabel("What happens").fill("Nobody can work.");
        page.evaluate("document.querySelector('input[name=severity]').value = 'critical';"
                + "document.querySelector('input[name=severity]').checked = true");
        sends(page, "Send");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Critical can't be raised by The portal.");
        assertThat(page.getByLabel("What happens")).hasValue("Nobody can work.");
    }

    @Test
    void an_answer_a_reopening_and_a_confirmation_are_said_on_one_page(Page page) {
        opens("procurement");
        var nadia = hires("Nadia Novak", Role.AGENT, Set.of("user-support"));
        var imogen = asker("Imogen Fairlie", false);
        var ticket = asks(imogen, "Approver can't release orders", "high");
        tenant.run(() -> {
            desk.reply(ticket.number(), NewMessage.of("We are looking into it."), nadia.id());
            desk.note(ticket.number(), NewMessage.of("A note among us"), nadia.id());
            desk.resolve(ticket.number(), "they said so", nadia.id());
        });
        comesIn(page, imogen);
        page.navigate(url("/portal/requests/" + ticket.number()));
        assertThat(page.locator(".timeline")).containsText("We are looking into it.");
        assertThat(page.locator("body")).not().containsText("A note among us");
        assertThat(page.locator(".now-line")).containsText("Solved today, 09:00");
        look(page, "portal-request-resolved");
        page.getByLabel("It is not solved?").fill("It happens again.");
        sends(page, "Send");
        assertThat(page.locator(".now-line")).containsText("With Support");
        assertThat(now(ticket).status()).isEqualTo(Status.OPEN);
        tenant.run(() -> desk.resolve(ticket.number(), nadia.id()));
        page.reload();
        sends(page, "It is solved");
        assertThat(page.locator(".timeline")).containsText("You confirmed that it is solved.");
        assertThat(now(ticket).status()).isEqualTo(Status.CLOSED);
        assertThat(now(ticket).stage()).isEqualTo("closed");
    }

    @Test
    void where_the_charter_lets_them_they_say_how_bad_it_is_by_now(Page page) {
        opens("managed-it");
        var dana = asker("Dana Cole", false);
        var ticket = asks(dana, "Two of us can't open the shared calendar", "standard");
        comesIn(page, dana);
        page.navigate(url("/portal/requests/" + ticket.number()));
        page.getByText("Change it").click();
        page.getByLabel("High").check();
        look(page, "portal-severity");
        sends(page, "Change");
        assertThat(page.locator(".timeline")).containsText("How bad it is: now \"High\".");
        assertThat(now(ticket).severity()).isEqualTo("high");
    }

    @Test
    void a_super_user_answers_for_the_organization_and_others_see_their_own_alone(Page page) {
        opens("procurement");
        var imogen = asker("Imogen Fairlie", false);
        var piers = asker("Piers Dunmore", true);
        var ticket = asks(imogen, "Approver can't release orders", "high");
        var piersOwn = asks(piers, "Something of Piers' own", "low");
        comesIn(page, piers);
        page.navigate(url("/portal/requests"));
        assertThat(page.locator(".my-row")).hasCount(2);
        look(page, "portal-requests");
        page.getByText("Approver can't release orders").click();
        page.getByLabel("Write to us").fill("It is all of accounting.");
        sends(page, "Send");
        assertThat(page.locator(".timeline")).containsText("You");
        comesIn(page, imogen);
        page.navigate(url("/portal/requests"));
        assertThat(page.locator(".my-row")).hasCount(1);
        page.navigate(url("/portal/requests/" + ticket.number()));
        assertThat(page.locator(".timeline")).containsText("It is all of accounting.");
        var hidden = page.context().request().get(url("/portal/requests/" + piersOwn.number()));
        assertThat(hidden.status()).isEqualTo(404);
    }

    @Test
    void the_page_speaks_the_readers_language_and_works_by_keyboard(Page page) {
        opens("web-hosting");
        var gerd = tenant.call(
                () -> requesters.add(new NewRequester("Gerd Grau", mail("Gerd Grau"), null, "Acme", false)));
        page.context().setExtraHTTPHeaders(java.util.Map.of("Accept-Language", "de"));
        comesIn(page, gerd);
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        page.navigate(url("/portal/ask"));
        assertThat(page.getByLabel("In wenigen Worten")).isFocused();
        page.keyboard().type("Die Seite ist weg");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.getByLabel("Was geschieht").focus();
        page.keyboard().type("Seit heute früh.");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Die Seite ist weg");
        assertThat(page.locator(".now-line")).containsText("Bei ");
        look(page, "portal-german");
    }

    @Test
    void all_of_it_works_without_scripts(Page withScripts) {
        opens("procurement");
        var imogen = asker("Imogen Fairlie", false);
        var browser = withScripts.context().browser();
        try (var plain = browser.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = plain.newPage();
            comesIn(page, imogen);
            page.navigate(url("/portal/ask"));
            page.getByLabel("In a few words").fill("It is slow");
            page.getByLabel("Medium").check();
            page.getByLabel("What happens").fill("All day.");
            page.getByLabel("In a few words").press("Enter");
            assertThat(page.locator("h1")).hasText("It is slow");
        }
    }

    @Test
    void who_has_asked_nothing_is_told_how_to(Page page) {
        opens("library");
        comesIn(page, asker("Noor Nasser", false));
        assertThat(page.locator("main")).containsText("There is nothing open.");
        look(page, "portal-empty");
        page.navigate(url("/portal/you"));
        look(page, "portal-you");
    }

    static void sends(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    Requester asker(String name, boolean speaks) {
        return tenant.call(() -> requesters.add(new NewRequester(name, mail(name), null, "Merrow", speaks)));
    }

    String mail(String name) {
        return "%s.%s@merrow.example"
                .formatted(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), tenant.slug());
    }

    Ticket asks(Requester who, String subject, @Nullable String severity) {
        return tenant.call(() -> desk.open(NewTicket.of(
                who.id(), "portal", severity, new NewMessage(subject, "Since this morning.", java.util.List.of()))));
    }

    Ticket ticket(Page page) {
        var number = Long.parseLong(page.url().replaceAll(".*/requests/(\\d+).*", "$1"));
        return tenant.call(() -> queue.find(new TicketNumber(number)).orElseThrow());
    }

    Ticket now(Ticket ticket) {
        return tenant.call(() -> queue.find(ticket.number()).orElseThrow());
    }

    void comesIn(Page page, Requester who) {
        var address = java.util.Objects.requireNonNull(who.email());
        page.navigate(url("/portal/sign-in"));
        var many = (int) PortalLink.mailsTo(address) + 1;
        page.locator("#email").waitFor(new Locator.WaitForOptions());
        page.locator("#email").fill(address);
        page.locator("main button.primary").click();
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
        page.navigate("http://localhost:%d%s".formatted(port, PortalLink.latest(address, many)));
        page.locator("main button.primary").click();
        assertThat(page.locator(".p-user")).isVisible();
    }
}
