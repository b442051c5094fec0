package threeline.desk.people.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Role;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.Secret;
import threeline.desk.tenant.Tenant;
import threeline.testing.InBrowser;
import threeline.testing.Pictures;

/** Passkeys with Chromium's virtual authenticator: made, used, replayed, given up, and shown at the wrong door. */
@InBrowser
class PasskeyTest extends DeskWithAccounts {

    @Autowired
    Demand demand;

    @Test
    void somebody_makes_a_passkey_signs_in_with_it_and_gives_it_up(Page page) {
        authenticator(page, true);
        make(page);
        Pictures.take(page, "account-with-passkey");
        ByKeyboard.leave(page);
        signInByKey(page, desk);
        assertThat(page.locator(".side")).isVisible();
        page.navigate(at(desk, "/account"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove My laptop"))
                .click();
        assertThat(page.locator(".notice[role=status]")).containsText("lets nobody in");
        ByKeyboard.leave(page);
        signInByKey(page, desk);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("not known here");
    }

    @Test
    void what_a_device_signed_lets_in_once_soon_and_at_this_desk_only(Page page) {
        authenticator(page, true);
        make(page);
        var other = desk();
        ByKeyboard.leave(page);
        var first = signed(page);
        check(post(desk, first)).endsWith(desk.slug() + "/");
        check(post(desk, first)).endsWith("?unknown"); // a replay
        check(post(other, signed(page))).endsWith("?unknown"); // asked for by another desk
        var late = signed(page);
        time.forward(Duration.ofMinutes(6));
        check(post(desk, late)).endsWith("?unknown");
        check(post(desk, "{}")).endsWith("?unknown");
        check(post(desk, signed(page).replace("\"signature\":\"M", "\"signature\":\"N")))
                .endsWith("?unknown");
        desk.run(() ->
                agents.disable(agents.find("ada@desk.example").orElseThrow().id()));
        check(post(desk, signed(page))).endsWith("?unknown");
    }

    @Test
    void a_device_that_cannot_tell_who_is_there_makes_no_passkey(Page page) {
        authenticator(page, false);
        signIn(page);
        page.navigate(at(desk, "/account"));
        page.getByLabel("Its name").fill("My laptop");
        page.locator("#passkey-current").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a passkey"))
                .click();
        assertThat(page.locator("form[data-passkey=new] [data-says]")).containsText("gave no key");
    }

    void make(Page page) {
        signIn(page);
        page.navigate(at(desk, "/account"));
        ByKeyboard.type(page, page.getByLabel("Its name"), "My laptop", PASSWORD);
        assertThat(page.locator(".account-codes li")).hasCount(10);
        page.getByText("I have kept them").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".side")).isVisible();
    }

    @Test
    void where_a_second_step_is_demanded_a_passkey_is_one_and_a_kept_code_stands_in_for_it(Page page) {
        authenticator(page, true);
        var ada = desk.call(() -> agents.find("ada@desk.example").orElseThrow());
        desk.run(() -> demand.put(Set.of(Role.AGENT), ada, Secret.random()));
        agent(desk, "bob", Role.AGENT);
        signIn(page, "bob@desk.example");
        assertThat(page).hasURL(at(desk, "/account/second-step"));
        ByKeyboard.type(page, page.getByLabel("Its name"), "My laptop", PASSWORD);
        assertThat(page.locator(".account-codes li")).hasCount(10);
        var kept = page.locator(".account-codes code").first().textContent();
        page.getByText("I have kept them").click();
        assertThat(page.locator("h1")).not().containsText("econd step");
        ByKeyboard.leave(page);
        signInByKey(page, desk);
        assertThat(page.locator("h1")).not().containsText("econd step");
        ByKeyboard.leave(page);
        signIn(page, "bob@desk.example");
        assertThat(page.locator("h1")).hasText("Sign in with your second step");
        Pictures.take(page, "step-missing");
        goOn(page, "aaaaaa-bbbbbb-cccccc-dddddd");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("none of the codes");
        Pictures.take(page, "step-missing-refused");
        goOn(page, kept);
        assertThat(page).hasURL(at(desk, "/account"));
        assertThat(page.getByText("9 codes are left")).isVisible();
        ByKeyboard.leave(page);
        signIn(page, "bob@desk.example");
        goOn(page, kept);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("none of the codes");
    }

    static void goOn(Page page, String code) {
        page.getByLabel("A code that you kept").focus();
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    void signIn(Page page) {
        signIn(page, "ada@desk.example");
    }

    void signIn(Page page, String email) {
        ByKeyboard.signIn(page, at(desk, "/sign-in"), email, PASSWORD);
    }

    void signInByKey(Page page, Tenant at) {
        page.navigate(at(at, "/sign-in"));
        page.getByText("Use a passkey").click();
    }

    /** What the device answers to this desk's question, not sent anywhere yet. */
    String signed(Page page) {
        page.navigate(at(desk, "/sign-in"));
        return String.valueOf(page.evaluate("""
                        async () => {
                          const form = document.querySelector("form[data-passkey]");
                          const asked = await fetch(form.action + "/options", {method: "POST", body: new URLSearchParams(new FormData(form))});
                          const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
                          return JSON.stringify((await navigator.credentials.get({publicKey})).toJSON());
                        }
                        """));
    }

    HttpResponse<String> post(Tenant at, String credential) {
        var visitor = new Visitor(port);
        visitor.get("/" + at.slug() + "/sign-in");
        return visitor.post("/" + at.slug() + "/sign-in/passkey", Map.of("credential", credential));
    }

    static org.assertj.core.api.AbstractStringAssert<?> check(HttpResponse<String> answer) {
        return org.assertj.core.api.Assertions.assertThat(
                answer.headers().firstValue("Location").orElseThrow());
    }

    static void authenticator(Page page, boolean verifies) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", verifies);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", wish);
    }

    @Override
    Tenant desk() {
        var made = super.desk();
        agent(made, "ada", Role.ADMIN);
        return made;
    }

    String at(Tenant where, String path) {
        return "http://localhost:%d/%s%s".formatted(port, where.slug(), path);
    }
}
