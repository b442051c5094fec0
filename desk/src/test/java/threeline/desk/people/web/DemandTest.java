package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.db.people.Tables.PASSKEY;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Codes;

/** A second step that is demanded: who lacks one sets one up before anything else, and nobody passes it by. */
class DemandTest extends DeskWithAccounts {

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    Agent ada;
    Visitor boss;

    @BeforeEach
    void an_administrator_with_codes_and_an_agent_without() {
        ada = agent("ada", Role.AGENT);
        agent("boss", Role.ADMIN);
        boss = signedIn("boss");
        setsUp(boss);
    }

    @Test
    void who_has_none_is_led_to_set_one_up_and_has_everything_then() {
        demands("AGENT");
        var visitor = signedIn("ada");
        for (var page :
                new String[] {"/account", "/queue/breaks-first", "/agents", "/search", "/told", "/watch", "/rights"}) {
            assertThat(visitor.get(path(page)).headers().firstValue("Location"))
                    .as(page)
                    .hasValue(path("/account/second-step"));
        }
        assertThat(visitor.get(path("/")).headers().firstValue("Location")).hasValue(path("/account/second-step"));
        assertThat(visitor.get(path("/account/second-step")).body()).contains("Everything else opens");
        assertThat(setsUp(visitor).body()).contains("Codes to keep");
        assertThat(visitor.get(path("/queue/breaks-first")).statusCode()).isEqualTo(200);
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(200);
    }

    @Test
    void it_holds_for_sessions_that_were_there_before_and_ends_what_streams() {
        var visitor = signedIn("ada");
        assertThat(visitor.get(path("/queue/breaks-first")).statusCode()).isEqualTo(200);
        demands("AGENT");
        assertThat(visitor.get(path("/queue/breaks-first")).statusCode()).isEqualTo(302);
        assertThat(visitor.get(path("/live"), "Accept", "text/event-stream").body())
                .contains("event: bye");
        assertThat(visitor.get(path("/queue/breaks-first"), "HX-Request", "true")
                        .headers()
                        .firstValue("HX-Redirect"))
                .hasValue(path("/account/second-step"));
    }

    @Test
    void nothing_is_done_before_it_but_setting_it_up_and_signing_out() {
        demands("AGENT");
        var visitor = signedIn("ada");
        visitor.get(path("/account/second-step"));
        var password = Map.of("current", PASSWORD, "password", "another horse battery");
        assertThat(visitor.post(path("/account/password"), password).statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(path("/account/sessions/end"), Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(path("/tickets/1/notes"), Map.of("text", "hello"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(path("/sign-out"), Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void who_knows_the_password_alone_sets_up_nothing_beside_what_is_there() {
        var known = signedIn("ada");
        var key = key(known);
        confirms(known, key);
        var before = signedIn("ada"); // has given the password, and no code
        demands("AGENT");
        assertThat(before.get(path("/account/second-step")).headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).contains("/sign-in"));
        var options = before.post(path("/account/passkeys/options"), Map.of());
        assertThat(options.statusCode()).isIn(302, 401, 403);
    }

    /** A passkey is asked for by whoever comes in, so a password alone passes it by; and gets nowhere by that. */
    @Test
    void who_has_a_passkey_and_came_in_by_a_password_comes_in_by_it_or_not_at_all() {
        hasPasskey(ada);
        demands("AGENT");
        var visitor = signedIn("ada");
        var page = visitor.get(path("/account/second-step")).body();
        assertThat(page).contains("use your passkey").doesNotContain("account-key");
        assertThat(visitor.get(path("/queue/breaks-first")).statusCode()).isEqualTo(302);
        var codes = visitor.post(path("/account/second-step"), Map.of("code", "123456", "current", PASSWORD));
        assertThat(codes.headers().firstValue("Location")).hasValue(path("/account/second-step"));
        var another = Map.of("current", PASSWORD, "name", "mine", "credential", "{}");
        assertThat(visitor.post(path("/account/passkeys"), another).body()).contains("Sign in with the second step");
        assertThat(visitor.post(path("/account/passkeys/0a/end"), Map.of()).statusCode())
                .isEqualTo(403);
        boss.get(path("/agents"));
        boss.post(path("/agents/%d/second-step/end".formatted(ada.id().value())), Map.of());
        assertThat(setsUp(signedIn("ada")).body()).contains("Codes to keep");
    }

    void hasPasskey(Agent agent) {
        desk.run(() -> transactions.executeWithoutResult(_ -> db.insertInto(PASSKEY)
                .set(PASSKEY.ID, new byte[] {10})
                .set(PASSKEY.AGENT, agent.id().value())
                .set(PASSKEY.NAME, "My laptop")
                .set(PASSKEY.PUBLIC_KEY, new byte[] {1})
                .set(PASSKEY.COUNTER, 0L)
                .set(PASSKEY.BACKUP_ELIGIBLE, false)
                .set(PASSKEY.MADE_AT, time.instant())
                .execute()));
    }

    @Test
    void giving_it_up_leads_to_setting_up_another() {
        demands("AGENT");
        var visitor = signedIn("ada");
        setsUp(visitor);
        visitor.get(path("/account"));
        visitor.post(path("/account/second-step/end"), Map.of("current", PASSWORD));
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(302);
        assertThat(setsUp(visitor).body()).contains("Codes to keep");
    }

    @Test
    void an_administrator_ends_what_was_lost_and_it_is_set_up_anew() {
        demands("AGENT");
        var visitor = signedIn("ada");
        setsUp(visitor);
        boss.get(path("/agents"));
        boss.post(path("/agents/%d/second-step/end".formatted(ada.id().value())), Map.of());
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(302);
        assertThat(setsUp(signedIn("ada")).body()).contains("Codes to keep");
    }

    @Test
    void nobody_demands_of_themselves_what_they_have_not_got() {
        agent("root", Role.ADMIN);
        var root = signedIn("root");
        root.get(path("/agents"));
        var refused = root.post(path("/agents/second-step"), Map.of("roles", "admin"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Set up a second step for yourself first");
        assertThat(root.get(path("/agents")).statusCode()).isEqualTo(200);
        demands("ADMIN");
        assertThat(root.get(path("/agents")).statusCode()).isEqualTo(302);
        assertThat(boss.get(path("/agents")).body()).contains("1 has none yet", "has to set up a second step");
    }

    @Test
    void it_is_demanded_no_longer_once_nothing_is_ticked() {
        demands("AGENT");
        var visitor = signedIn("ada");
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(302);
        demands("");
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(200);
    }

    void demands(String role) {
        boss.get(path("/agents"));
        var kept = boss.post(path("/agents/second-step"), Map.of("roles", role));
        assertThat(kept.statusCode()).isEqualTo(302);
    }

    HttpResponse<String> setsUp(Visitor visitor) {
        return confirms(visitor, key(visitor));
    }

    String key(Visitor visitor) {
        var page = visitor.get(path("/account/second-step")).body();
        var found = Pattern.compile("account-key\">([A-Z2-7 ]+)<").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1).replace(" ", "");
    }

    HttpResponse<String> confirms(Visitor visitor, String key) {
        var code = Codes.at(key, time.instant());
        var answer = visitor.post(path("/account/second-step"), Map.of("code", code, "current", PASSWORD));
        time.forward(Duration.ofMinutes(1)); // no code is taken twice
        return answer;
    }
}
