package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;

/** Who comes in, who stays out, and what a planted, stolen or ended secret is worth. */
class SignInTest extends DeskWithAccounts {

    Agent ada;
    Visitor visitor;

    @BeforeEach
    void a_desk_with_one_administrator() {
        ada = agent("ada", Role.ADMIN);
        visitor = new Visitor(port);
    }

    @Test
    void the_right_password_lets_in() {
        var answer = visitor.signIn(desk.slug(), "Ada@desk.example", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(path("/"));
        assertThat(page("/tokens").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_comes_without_a_session_is_shown_the_way_and_goes_on_from_there() {
        var answer = page("/tokens?a=b");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?to=%2Ftokens%3Fa%3Db");
        page("/sign-in?to=%2Ftokens");
        var in = visitor.post(
                path("/sign-in"), Map.of("email", "ada@desk.example", "password", PASSWORD, "to", "/tokens"));
        assertThat(in.headers().firstValue("Location")).hasValue(path("/tokens"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/{x}", "javascript:alert(1)"})
    void nobody_is_sent_elsewhere_after_signing_in(String to) {
        page("/sign-in");
        var in = visitor.post(path("/sign-in"), Map.of("email", "ada@desk.example", "password", PASSWORD, "to", to));
        assertThat(in.headers().firstValue("Location")).hasValue(path("/"));
    }

    @Test
    void part_of_a_page_is_told_where_to_sign_in() {
        var answer = visitor.get(path("/tokens"), "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue(path("/sign-in"));
        assertThat(visitor.get(path("/live"), "Accept", "text/event-stream").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_wrong_name_and_a_wrong_password_get_the_same_answer() {
        var name = new Visitor(port).signIn(desk.slug(), "eve@desk.example", PASSWORD);
        var word = new Visitor(port).signIn(desk.slug(), "ada@desk.example", "wrong horse");
        assertThat(name.statusCode()).isEqualTo(word.statusCode()).isEqualTo(422);
        assertThat(plain(name)).isEqualTo(plain(word));
    }

    @Test
    void a_wrong_name_costs_as_much_work_as_a_wrong_password() {
        var word = fastest("ada@desk.example");
        var name = fastest("eve@desk.example");
        assertThat(name).isBetween(word.dividedBy(2), word.multipliedBy(2)).isGreaterThan(Duration.ofMillis(5));
    }

    @Test
    void the_secret_from_before_signing_in_is_worth_nothing_after() {
        page("/sign-in");
        var planted = Map.copyOf(visitor.cookies);
        visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        assertThat(visitor.cookies).isNotEqualTo(planted);
        var attacker = new Visitor(port);
        attacker.cookies.putAll(planted);
        assertThat(attacker.get(path("/tokens")).statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_without_a_token_or_with_another_sessions_is_refused() {
        visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        page("/tokens");
        var other = new Visitor(port);
        other.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        other.get(path("/tokens"));
        var form = Map.of("agent", "" + ada.id().value(), "name", "x", "scope", "read", "days", "1");
        assertThat(visitor.post(path("/tokens"), with(form, "")).statusCode()).isEqualTo(403);
        assertThat(visitor.post(path("/tokens"), with(form, other.token)).statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(path("/tokens"), form).statusCode()).isEqualTo(200);
    }

    @Test
    void the_token_may_come_in_a_header_too() {
        visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        page("/tokens");
        assertThat(visitor.post(path("/sign-out"), Map.of("_csrf", ""), "X-CSRF-TOKEN", visitor.token)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_sign_in_form_without_its_visits_token_only_leads_back_to_it() {
        visitor.get(path("/sign-in"));
        var forged = visitor.post(
                path("/sign-in"), Map.of("email", "ada@desk.example", "password", PASSWORD, "_csrf", "forged"));
        assertThat(forged.headers().firstValue("Location")).hasValue(path("/sign-in"));
        assertThat(page("/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void signing_out_ends_the_session_at_once() {
        visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        page("/tokens");
        var copy = new Visitor(port);
        copy.cookies.putAll(visitor.cookies);
        visitor.post(path("/sign-out"), Map.of());
        assertThat(visitor.cookies).isEmpty();
        assertThat(copy.get(path("/tokens")).statusCode()).isEqualTo(302);
    }

    @Test
    void a_disabled_agent_is_out_at_once_and_stays_out() {
        visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        desk.run(() -> agents.disable(ada.id()));
        assertThat(page("/tokens").statusCode()).isEqualTo(302);
        assertThat(visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_session_ends_when_it_is_long_unused_and_in_any_case_after_a_week() {
        visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        for (var half = 0; half < 14; half++) {
            time.forward(Duration.ofHours(11));
            assertThat(page("/tokens").statusCode()).isEqualTo(200);
        }
        time.forward(Duration.ofHours(15));
        assertThat(page("/tokens").statusCode()).isEqualTo(302);
        visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        time.forward(Duration.ofHours(12));
        assertThat(page("/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void another_desks_session_opens_nothing_here() {
        var other = desk();
        agent(other, "ada", Role.ADMIN);
        visitor.signIn(other.slug(), "ada@desk.example", PASSWORD);
        assertThat(visitor.get("/" + other.slug() + "/tokens").statusCode()).isEqualTo(200);
        assertThat(page("/tokens").statusCode()).isEqualTo(302);
    }

    @Test
    void who_keeps_guessing_waits_and_others_do_not() {
        for (var guess = 0; guess < 5; guess++) {
            visitor.signIn(desk.slug(), "ada@desk.example", "guess number " + guess);
        }
        var answer = visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        agent("bob", Role.AGENT);
        assertThat(new Visitor(port)
                        .signIn(desk.slug(), "bob@desk.example", PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        time.forward(Duration.ofSeconds(1));
        assertThat(visitor.signIn(desk.slug(), "ada@desk.example", PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_cookie_goes_to_this_desk_only_and_no_script_reads_it() {
        var cookie = page("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("Path=" + path("") + ";")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void tokens_are_for_administrators() {
        agent("bob", Role.MANAGER);
        visitor.signIn(desk.slug(), "bob@desk.example", PASSWORD);
        assertThat(page("/tokens").statusCode()).isNotEqualTo(200);
    }

    Duration fastest(String email) {
        var least = Duration.ofDays(1);
        for (var run = 0; run < 8; run++) {
            var one = new Visitor(port);
            one.get(path("/sign-in"));
            var begun = System.nanoTime();
            one.post(path("/sign-in"), Map.of("email", email, "password", "wrong horse"));
            var took = Duration.ofNanos(System.nanoTime() - begun);
            least = took.compareTo(least) < 0 ? took : least;
            time.forward(Duration.ofHours(2));
        }
        return least;
    }

    HttpResponse<String> page(String path) {
        return visitor.get(path(path));
    }

    static Map<String, String> with(Map<String, String> form, String token) {
        var all = new java.util.HashMap<>(form);
        all.put("_csrf", token);
        return all;
    }

    static String plain(HttpResponse<String> page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "");
    }
}
