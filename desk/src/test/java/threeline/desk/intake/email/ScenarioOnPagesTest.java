package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.PasswordHash;
import threeline.desk.people.access.Passwords;
import threeline.promises.keeping.Act;
import threeline.testing.InBrowser;
import threeline.testing.PagesOfADesk;
import threeline.testing.PortalLink;

/**
 * A scenario of each of the five desks, in which all that an agent does is done on the pages of a real browser; and what
 * comes by the portal is asked there, by the requester, in a browser of their own.
 */
@InBrowser
class ScenarioOnPagesTest extends LiveScenario {

    @Autowired
    Passwords passwords;

    Page page;

    /** Who asked at the portal, by ticket, each before a page of their own. */
    final Map<Long, Page> askers = new HashMap<>();

    @AfterEach
    void askers_leave() {
        askers.values().forEach(it -> it.context().close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "library-handover-at-closing-time",
                "procurement-met-by-other-acts",
                "managed-it-priority-changed-in-the-portal",
                "web-hosting-consultation",
                "global-desk-vendor"
            })
    void the_pages_do_what_the_rehearsal_says(String scenario, Page page) throws IOException {
        this.page = page;
        plays(Path.of("../charters/scenarios/%s.yaml".formatted(scenario)));
    }

    @Override
    PasswordHash password() {
        return there(() -> passwords.hash(PagesOfADesk.PASSWORD));
    }

    @Override
    Long calls(String from, Act.Opened act) {
        goTo("/calls/new");
        page.locator("#who").pressSequentially(from);
        page.locator("#callers input").first().check();
        page.locator("#line").fill("Something is wrong");
        choose("channel", act.channel());
        choose("severity", act.severity());
        choose("category", act.asked().category());
        choose("application", act.asked().application());
        page.getByText("Log and keep open").click();
        page.waitForURL("**/tickets/*");
        var number = Long.valueOf(page.url().replaceAll(".*/tickets/(\\d+).*", "$1"));
        page.navigate("about:blank");
        return number;
    }

    @Override
    Long byProgram(String from, Act.Opened act) {
        return "portal".equals(act.channel()) ? asks(from, act) : super.byProgram(from, act);
    }

    private Long asks(String from, Act.Opened act) {
        var portal = page.context().browser().newContext().newPage();
        portal.navigate(portal("/sign-in"));
        portal.locator("#email").waitFor();
        portal.locator("#email").fill(from);
        portal.locator("main button.primary").click();
        portal.getByRole(AriaRole.STATUS).waitFor();
        portal.navigate("http://localhost:%d%s".formatted(port, PortalLink.latest(from, 1)));
        portal.locator("main button.primary").click();
        portal.locator(".p-user").waitFor();
        portal.navigate(portal("/ask"));
        portal.locator("#subject").fill("Something is wrong");
        portal.locator("[name=severity][value=\"%s\"]".formatted(act.severity()))
                .check();
        portal.locator("#text").fill("Please help.");
        portal.locator("main button.primary").click();
        portal.waitForURL("**/portal/requests/*");
        var number = Long.valueOf(portal.url().replaceAll(".*/requests/(\\d+).*", "$1"));
        askers.put(number, portal);
        return number;
    }

    private String portal(String path) {
        return "http://localhost:%d/%s/portal%s".formatted(port, slug, path);
    }

    /** The requester says how bad it is by now. */
    private static void saysHowBad(Page portal, String severity) {
        portal.reload();
        portal.locator(".my-aside details summary").click();
        portal.locator("[name=severity][value=\"%s\"]".formatted(severity)).check();
        var answer = portal.waitForResponse(
                it -> it.request().method().equals("POST"),
                () -> portal.locator(".my-aside details button").click());
        assertThat(answer.status()).isEqualTo(302);
        portal.locator(".notice[role=status]").waitFor();
    }

    private void choose(String field, String wanted) {
        if (wanted != null
                && !wanted.isEmpty()
                && page.locator("select[name=%s]".formatted(field)).count() > 0) {
            page.locator("select[name=%s]".formatted(field)).selectOption(wanted);
        }
    }

    @Override
    void does(long ticket, Act act) {
        if (act instanceof Act.SeverityChanged it && askers.containsKey(ticket)) {
            saysHowBad(askers.get(ticket), it.to());
            return;
        }
        goTo("/tickets/" + ticket);
        switch (act) {
            case Act.Replied _ -> writes("We see.");
            case Act.Held it -> chooses("#act-hold", "#hold-menu", it.hold());
            case Act.Resumed _ -> clicks(page.locator("#act-hold"));
            case Act.SeverityChanged it -> chooses("#severity-button", "#severity-menu", it.to());
            case Act.Resolved _ -> clicks(page.locator("#act-resolution"));
            case Act.Escalated it -> chooses("#act-escalation", "#escalation-menu", it.because());
            case Act.Accepted _ -> clicks(page.locator("[data-key=y]"));
            case Act.Called it ->
                clicks(item("Log a call to the requester").locator("[name=reached][value=%s]".formatted(it.reached())));
            case Act.Contacted _ -> {
                var item = item("Log a voicemail from them");
                item.locator("[name=text]").fill("Any news?");
                clicks(item.locator("button"));
            }
            case Act.Consulted it -> {
                var item = item("Consult, and keep it");
                item.locator("[name=whom]").selectOption(it.tier());
                clicks(item.locator("button"));
            }
            case Act.VendorAsked it -> {
                var item = item("Bring it to the vendor");
                item.locator("[name=vendor]").selectOption(it.vendor());
                clicks(item.locator("button"));
            }
            case Act.VendorReplied _ -> {
                var item = item("The vendor");
                item.locator("[name=text]").first().fill("It is a known fault.");
                clicks(item.getByText("Log their answer"));
            }
            case Act.Did it ->
                clicks(opened(page.locator("#more-menu details:has([name=what][value=%s])".formatted(it.what())))
                        .locator("button"));
            default -> throw new IllegalArgumentException("not played on pages yet: " + act);
        }
        page.navigate("about:blank"); // what a page does by itself when days pass in a moment is none of this
    }

    private void writes(String text) {
        page.locator("#write-reply textarea").fill(text);
        clicks(page.locator("#write-reply [data-send]"));
    }

    private void chooses(String opener, String menu, String value) {
        page.locator(opener).click();
        clicks(page.locator("%s button[value=\"%s\"]".formatted(menu, value)));
    }

    private Locator item(String title) {
        return opened(page.locator("#more-menu details")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("summary"))
                        .setHasText(title))
                .first());
    }

    private Locator opened(Locator item) {
        page.locator("#act-more").click();
        item.locator("summary").click();
        return item;
    }

    /** What was asked for is done when its answer is here. */
    private void clicks(Locator button) {
        var answer = page.waitForResponse(it -> it.request().method().equals("POST"), button::click);
        assertThat(answer.status()).as(answer.url()).isEqualTo(200);
    }

    /** As an agent would: days have passed, and the desk may want to know again who it is. */
    private void goTo(String path) {
        var url = "http://localhost:%d/%s%s".formatted(port, slug, path);
        page.navigate(url);
        if (page.url().contains("/sign-in")) {
            page.getByLabel("Mail address").fill(nadia());
            page.getByLabel("Password").fill(PagesOfADesk.PASSWORD);
            page.locator("main button.primary").click();
            page.locator("#me")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            page.navigate(url);
        }
    }
}
