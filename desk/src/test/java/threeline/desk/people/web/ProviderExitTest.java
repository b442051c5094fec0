package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.people.Role;
import threeline.desk.people.access.Codes;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.Provider;
import threeline.desk.people.provider.Provider.Vouches;
import threeline.testing.IdentityProvider;

/** Leaving a provider with the desk, and the desk with a provider. */
class ProviderExitTest extends DeskWithAProvider {

    @BeforeEach
    void somebody_there() {
        there.claims = Map.of("sub", "ann-1", "sid", "s-1", "email", "ann@desk.example", "email_verified", true);
    }

    @Test
    void who_came_by_a_provider_is_shown_the_way_out_there_and_comes_back() {
        var ann = comesIn();
        ann.get(path("/account"));
        var page = ann.post(path("/sign-out"), Map.of());
        assertThat(page.body()).contains("Signed out of", "Sign out of Example too");
        assertThat(ann.get(path("/account")).statusCode()).isEqualTo(302); // out here already
        var asked = IdentityProvider.fields(URI.create(onward(page)).getRawQuery());
        assertThat(onward(page)).startsWith(there.issuer() + "/end?");
        assertThat(asked.get("client_id")).isEqualTo(IdentityProvider.CLIENT);
        assertThat(asked.get("id_token_hint")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(asked.get("post_logout_redirect_uri"))
                .endsWith(path("/sign-in/providers/%d/signed-out".formatted(id)));
        var back = asked.get("post_logout_redirect_uri");
        assertThat(location(follow(ann, back + "?state=" + asked.get("state")))).isEqualTo(path("/sign-in?left"));
        assertThat(location(follow(ann, back + "?state=guessed"))).isEqualTo(path("/sign-in"));
        assertThat(location(follow(new Visitor(port), back + "?state=" + asked.get("state"))))
                .isEqualTo(path("/sign-in"));
    }

    @Test
    void who_came_by_a_password_and_whose_provider_has_no_such_place_is_just_out() {
        agent("bob", Role.AGENT);
        var bob = signedIn("bob");
        bob.get(path("/account"));
        assertThat(location(bob.post(path("/sign-out"), Map.of()))).isEqualTo(path("/sign-in"));
        there.metadata = it -> it.replaceFirst("\"end_session_endpoint\":\"[^\"]*\",", "");
        time.forward(Duration.ofHours(2));
        var ann = comesIn();
        ann.get(path("/account"));
        assertThat(location(ann.post(path("/sign-out"), Map.of()))).isEqualTo(path("/sign-in"));
    }

    @Test
    void what_one_provider_signed_is_shown_to_no_other() {
        var ann = comesIn();
        ann.get(path("/account"));
        try (var other = new IdentityProvider(time)) {
            desk.run(() -> providers.change(id, new NewProvider("Example", other.issuer(), "c", null, rules())));
            assertThat(location(ann.post(path("/sign-out"), Map.of()))).isEqualTo(path("/sign-in"));
        }
    }

    @Test
    void who_left_the_provider_is_out_here_within_five_seconds_and_only_there() throws Exception {
        var ann = comesIn();
        var stream = CompletableFuture.supplyAsync(() -> ann.get(path("/live"), "Accept", "text/event-stream"));
        there.claims = Map.of("sub", "ann-1", "sid", "s-2");
        var elsewhere = comesIn();
        agent("bob", Role.AGENT);
        var bob = signedIn("bob");
        assertThat(tells(it -> it.subject("ann-1").claim("sid", "s-1")).statusCode())
                .isEqualTo(200);
        assertThat(ann.get(path("/account")).statusCode()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(5)).until(stream::isDone);
        assertThat(stream.get().body()).endsWith("event: bye\ndata:\n\n");
        assertThat(elsewhere.get(path("/account")).statusCode()).isEqualTo(200);
        assertThat(bob.get(path("/account")).statusCode()).isEqualTo(200);
        assertThat(tells(it -> it.subject("ann-1")).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(path("/account")).statusCode()).isEqualTo(302);
    }

    @Test
    void after_a_second_step_too() {
        var ann = comesIn();
        var page = ann.get(path("/account/second-step")).body();
        var key = page.replaceFirst("(?s).*account-key\">([A-Z2-7 ]+)<.*", "$1").replace(" ", "");
        ann.post(path("/account/second-step"), Map.of("code", code(key)));
        time.forward(Duration.ofMinutes(1));
        var half = new Visitor(port);
        assertThat(location(back(half))).contains("/sign-in/code");
        half.get(path("/sign-in/code"));
        half.post(path("/sign-in/code"), Map.of("code", code(key)));
        assertThat(half.get(path("/account")).statusCode()).isEqualTo(200);
        assertThat(tells(it -> it.claim("sid", "s-1")).statusCode()).isEqualTo(200);
        assertThat(half.get(path("/account")).statusCode()).isEqualTo(302);
    }

    /** What is wrong with a token that says somebody left; each of these ends nobody's session. */
    enum Wrong {
        ISSUER(it -> it.issuer("https://elsewhere.example")),
        AUDIENCE(it -> it.audience("another client")),
        NO_AUDIENCE(it -> it.audience((String) null)),
        NO_EVENTS(it -> it.claim("events", null)),
        OTHER_EVENTS(it -> it.claim("events", Map.of("http://schemas.openid.net/event/other", Map.of()))),
        EVENTS_AS_WORDS(it -> it.claim("events", "http://schemas.openid.net/event/backchannel-logout")),
        AN_ID_TOKEN(it -> it.claim("nonce", "n")),
        AN_ID_TOKEN_WITHOUT_A_NONCE(it -> it.claim("at_hash", "MTIzNDU2")),
        AN_ID_TOKEN_OF_A_MOMENT(it -> it.claim("auth_time", 1)),
        NO_ID(it -> it.jwtID(null)),
        NO_TIME(it -> it.issueTime(null)),
        NO_END(it -> it.expirationTime(null)),
        NOBODY(it -> it.subject(null).claim("sid", null)),
        LATER(it -> it.issueTime(new Date(it.build().getIssueTime().getTime() + 120_000))),
        OLD(it -> it.issueTime(new Date(it.build().getIssueTime().getTime() - 660_000))),
        OVER(it -> it.expirationTime(new Date(it.build().getIssueTime().getTime() - 61_000)));

        final UnaryOperator<JWTClaimsSet.Builder> bent;

        Wrong(UnaryOperator<JWTClaimsSet.Builder> bent) {
            this.bent = bent;
        }
    }

    /** The specification recommends a name of its own for such a token; providers give it the common one, or none. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"JWT", "jwt", "logout+jwt"})
    void a_token_of_the_common_name_or_of_none_is_heard(@Nullable String type) {
        var ann = comesIn();
        there.leavingType = type;
        assertThat(tells(it -> it.subject("ann-1")).statusCode()).isEqualTo(200);
        assertThat(ann.get(path("/account")).statusCode()).isEqualTo(302);
    }

    @Test
    void an_id_token_is_never_taken_for_one() {
        var ann = comesIn();
        ann.get(path("/account"));
        var hers = comesIn();
        hers.get(path("/account"));
        var shown = IdentityProvider.fields(URI.create(onward(hers.post(path("/sign-out"), Map.of())))
                        .getRawQuery())
                .get("id_token_hint");
        assertThat(hears(shown).statusCode()).isEqualTo(400);
        assertThat(ann.get(path("/account")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void what_could_be_something_else_ends_nothing(Wrong wrong) {
        var ann = comesIn();
        var refused = tells(it -> wrong.bent.apply(it.subject("ann-1").claim("sid", "s-1")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(ann.get(path("/account")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_by_another_name_by_another_key_or_told_before_ends_nothing() {
        var ann = comesIn();
        for (var other : List.of("at+jwt", "id+jwt", "secevent+jwt")) {
            there.leavingType = other;
            assertThat(tells(it -> it.subject("ann-1")).statusCode()).as(other).isEqualTo(400);
        }
        there.leavingType = "logout+jwt";
        var known = there.key;
        there.key = IdentityProvider.fresh("stranger");
        assertThat(tells(it -> it.subject("ann-1")).statusCode()).isEqualTo(400);
        there.key = known;
        assertThat(ann.get(path("/account")).statusCode()).isEqualTo(200);
        var token = there.leaving(it -> it.subject("ann-1"));
        assertThat(hears(token).statusCode()).isEqualTo(200);
        var again = comesIn();
        assertThat(hears(token).statusCode()).isEqualTo(400);
        assertThat(again.get(path("/account")).statusCode()).isEqualTo(200);
        for (var junk : List.of("", " ", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "x".repeat(20_000))) {
            assertThat(hears(junk).statusCode()).as(junk).isIn(400, 413);
        }
    }

    @Test
    void a_provider_ends_nobodys_session_who_came_by_another() {
        var ann = comesIn();
        try (var other = new IdentityProvider(time)) {
            var first = there;
            there = other;
            believes(true, "");
            var token = other.leaving(it -> it.subject("ann-1").claim("sid", "s-1"));
            there = first;
            assertThat(hears(token).statusCode()).isEqualTo(400); // at the first one's address
            assertThat(ann.get(path("/account")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void groups_that_are_told_at_userinfo_alone_count_if_they_are_of_the_same_person() {
        id = believes(true, "it = manager");
        there.told = Map.of("sub", "somebody-else", "groups", List.of("it"));
        assertThat(back(new Visitor(port)).statusCode()).isEqualTo(403);
        there.told = Map.of("groups", List.of("it"));
        assertThat(back(new Visitor(port)).statusCode()).isEqualTo(403);
        there.told =
                Map.of("sub", "ann-1", "groups", List.of("it"), "email", "boss@desk.example", "email_verified", true);
        comesIn();
        var ann = desk.call(() -> agents.find("ann@desk.example").orElseThrow());
        assertThat(ann.role()).isEqualTo(Role.MANAGER); // and the address stays the one that was signed
    }

    HttpResponse<String> tells(UnaryOperator<JWTClaimsSet.Builder> bent) {
        return hears(there.leaving(bent));
    }

    /** As a server that has no cookies. */
    HttpResponse<String> hears(String token) {
        return new Visitor(port)
                .post(path("/sign-in/providers/%d/signed-out".formatted(id)), Map.of("logout_token", token));
    }

    String code(String key) {
        return Codes.at(key, time.instant());
    }

    static Provider.Rules rules() {
        return new Provider.Rules("groups", true, true, Vouches.NEVER, List.of());
    }
}
