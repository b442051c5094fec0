package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Codes;
import threeline.desk.people.access.SecondStep;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.ProviderTrial;
import threeline.desk.people.provider.Providers;
import threeline.testing.IdentityProvider;
import threeline.testing.PagesOfADesk;

/** Coming in by a provider of identities: who is let in, and everything by which somebody else would be. */
class ProviderTest extends PagesOfADesk {

    @Autowired
    Providers providers;

    @Autowired
    ProviderTrial trial;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondStep second;

    IdentityProvider there;
    long id;

    @BeforeEach
    void a_desk_that_believes_a_provider() {
        opens("procurement");
        there = new IdentityProvider(time);
        id = believes(true, "");
    }

    @AfterEach
    void ends() {
        there.close();
    }

    @Test
    void somebody_new_whose_address_is_made_sure_of_joins_and_comes_back_as_the_same() {
        there.claims =
                Map.of("sub", "ann-1", "name", "Ann Archer", "email", "Ann@Desk.example", "email_verified", true);
        var ann = comesIn();
        assertThat(ann.get(path("/account")).body()).contains("Ann Archer, ann@desk.example");
        assertThat(comesIn().get(path("/account")).statusCode()).isEqualTo(200);
        assertThat(tenant.call(() -> agents.all())).hasSize(1);
        there.claims = Map.of("sub", "ann-2", "email", "ann@desk.example", "email_verified", true);
        assertThat(back(new Visitor(port)).body()).contains("Somebody here has your mail address");
    }

    /** Zammad CVE-2026-84458: whoever wrote an agent's address into an account of their own came in as that agent. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "absent"})
    void an_address_binds_nobody_whatever_the_provider_says_of_it(String verified) {
        hires("Ada Ash", Role.ADMIN, Set.of());
        there.claims = verified.equals("absent")
                ? Map.of("sub", "mallory", "email", "ada@desk.example")
                : Map.of("sub", "mallory", "email", "ada@desk.example", "email_verified", verified);
        var visitor = new Visitor(port);
        assertThat(back(visitor).statusCode()).isEqualTo(403);
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(302);
    }

    @Test
    void an_address_that_nobody_made_sure_of_makes_no_account() {
        there.claims = Map.of("sub", "eve", "email", "eve@desk.example", "email_verified", "maybe");
        assertThat(back(new Visitor(port)).body()).contains("Ask for an invitation");
        assertThat(tenant.call(() -> agents.all())).isEmpty();
    }

    /** What is wrong with a token, each by itself; the rest of it is right. */
    static Stream<Arguments> bent() {
        return Stream.of(
                bent("of another issuer", it -> it.issuer("https://other.example")),
                bent("of an issuer with one letter more", it -> it.issuer("http://localhost:1/")),
                bent("for another client", it -> it.audience("another")),
                bent("for nobody", it -> it.audience((String) null)),
                bent("for two, given to the other", it -> it.audience(List.of(IdentityProvider.CLIENT, "b"))),
                bent("given to another", it -> it.claim("azp", "another")),
                bent("that has run out", it -> it.expirationTime(new Date(0))),
                bent("that never runs out", it -> it.expirationTime(null)),
                bent("from long ago", it -> it.issueTime(new Date(0))),
                bent("of no time", it -> it.issueTime(null)),
                bent("answering another question", it -> it.claim("nonce", "another")),
                bent("answering no question", it -> it.claim("nonce", null)),
                bent("of nobody", it -> it.subject(null)),
                bent("of a blank", it -> it.subject(" ")),
                bent("of somebody endless", it -> it.subject("x".repeat(256))),
                bent("not yet good", it -> it.notBeforeTime(new Date(Long.MAX_VALUE / 1000))));
    }

    static Arguments bent(String how, UnaryOperator<JWTClaimsSet.Builder> bending) {
        return Arguments.of(how, bending);
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("bent")
    void a_token_that_is_not_for_us_now_lets_nobody_in(String how, UnaryOperator<JWTClaimsSet.Builder> bending) {
        known();
        there.bending = bending;
        refused();
    }

    @Test
    void a_token_that_the_provider_did_not_sign_lets_nobody_in() {
        known();
        for (var forging : List.<UnaryOperator<String>>of(
                it -> new PlainJWT(claims(it)).serialize(),
                it -> it.substring(0, it.lastIndexOf('.') + 1),
                it -> byMac(claims(it), there.key.toPublicJWK().toJSONString()),
                it -> IdentityProvider.sign(IdentityProvider.fresh("first"), claims(it)),
                it -> IdentityProvider.sign(IdentityProvider.fresh("unknown"), claims(it)),
                it -> it.replaceFirst("\\.", ".e30"),
                it -> "nonsense")) {
            there.forging = forging;
            refused();
        }
    }

    @Test
    void keys_turn_and_what_a_withdrawn_one_signs_is_not_believed_once_others_are_read() {
        known();
        var old = there.key;
        there.key = IdentityProvider.fresh("second");
        there.shown = List.of(there.key);
        assertThat(comesIn().get(path("/account")).statusCode()).isEqualTo(200);
        there.key = old;
        refused();
    }

    /** Sign-in forced upon somebody: a state of another browser, of nobody, used before, or of too long ago. */
    @Test
    void an_answer_counts_once_soon_and_in_the_browser_that_asked() {
        known();
        var asks = new Visitor(port);
        var answer = there.agrees(goes(asks));
        var other = new Visitor(port);
        other.get(path("/sign-in"));
        assertThat(follow(other, answer).statusCode()).isEqualTo(403);
        assertThat(follow(new Visitor(port), answer).statusCode()).isEqualTo(403);
        assertThat(follow(asks, answer.replaceFirst("state=[^&]*", "state=" + "A".repeat(43)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(follow(asks, answer).statusCode()).isEqualTo(302);
        assertThat(follow(asks, answer).statusCode()).isEqualTo(403);
        var late = new Visitor(port);
        var lateAnswer = there.agrees(goes(late));
        time.forward(Duration.ofMinutes(10));
        assertThat(follow(late, lateAnswer).statusCode()).isEqualTo(403);
    }

    /** RFC 9207: an answer of one provider is not taken to another. */
    @Test
    void an_answer_that_names_another_provider_or_none_is_not_taken() {
        known();
        var one = new Visitor(port);
        assertThat(follow(one, there.agrees(goes(one)).replaceFirst("iss=.*", "iss=https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(follow(one, there.agrees(goes(one)).replaceFirst("&iss=.*", ""))
                        .statusCode())
                .isEqualTo(403);
        var second = believes(true, "");
        assertThat(follow(one, there.agrees(goes(one)).replace("/" + id + "/back", "/" + second + "/back"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_session_is_another_than_before_and_where_to_go_on_stays_below_the_desk() {
        known();
        var visitor = new Visitor(port);
        visitor.get(path("/sign-in"));
        var before = Map.copyOf(visitor.cookies);
        var sent = location(visitor.get(path("/sign-in/providers/%d?to=//evil.example/".formatted(id))));
        assertThat(location(follow(visitor, there.agrees(sent)))).isEqualTo(path("/"));
        assertThat(visitor.cookies).isNotEqualTo(before);
    }

    @Test
    void groups_make_roles_each_time_for_those_who_joined_and_none_of_them_is_the_way_out() {
        id = believes(true, "desk admins = admin\nit = agent");
        there.claims = joins("ann-1", List.of("it"));
        assertThat(comesIn().get(path("/accounts")).statusCode()).isEqualTo(403);
        there.claims = joins("ann-1", List.of("it", "desk admins"));
        hires("Ada Ash", Role.ADMIN, Set.of());
        assertThat(comesIn().get(path("/accounts")).statusCode()).isEqualTo(200);
        there.claims = joins("ann-1", "it");
        assertThat(comesIn().get(path("/accounts")).statusCode()).isEqualTo(403);
        there.claims = joins("ann-1", List.of("IT", "desk admins "));
        refused();
        there.claims = joins("eve-1", List.of());
        refused();
    }

    @Test
    void who_is_bound_already_stays_what_they_were_made_here() {
        var bob = hires("Bob Birch", Role.MANAGER, Set.of());
        there.claims = Map.of("sub", "bob-1", "groups", List.of("it"));
        var visitor = signedIn(bob);
        binds(visitor);
        id = believes(true, "it = admin");
        comesIn();
        assertThat(tenant.call(() -> agents.get(bob.id()).role())).isEqualTo(Role.MANAGER);
    }

    @Test
    void binding_needs_the_password_and_the_same_session_and_can_be_ended() {
        var bob = hires("Bob Birch", Role.AGENT, Set.of());
        var visitor = signedIn(bob);
        there.claims = Map.of("sub", "bob-1");
        assertThat(visitor.post(path("/account/providers/" + id), Map.of("current", "wrong"))
                        .statusCode())
                .isEqualTo(409);
        visitor.get(path("/account"));
        var onward = onward(visitor.post(path("/account/providers/" + id), Map.of("current", PASSWORD)));
        var gone = new Visitor(port);
        gone.cookies.putAll(visitor.cookies);
        visitor.get(path("/account"));
        visitor.post(path("/sign-out"), Map.of());
        assertThat(follow(gone, there.agrees(onward)).statusCode()).isEqualTo(403);
        refusedUnlessJoins();
        var again = signedIn(bob);
        binds(again);
        assertThat(comesIn().get(path("/account")).body()).contains("Bob Birch");
        var page = again.get(path("/account")).body();
        var end = page.replaceFirst("(?s).*?(/account/bindings/\\d+/end).*", "$1");
        assertThat(again.post(path(end), Map.of()).statusCode()).isEqualTo(302);
        refusedUnlessJoins();
    }

    @Test
    void nobody_is_bound_to_who_is_bound_to_somebody_else() {
        there.claims = Map.of("sub", "one");
        binds(signedIn(hires("Bob Birch", Role.AGENT, Set.of())));
        var eve = signedIn(hires("Eve Elm", Role.AGENT, Set.of()));
        var onward = onward(eve.post(path("/account/providers/" + id), Map.of("current", PASSWORD)));
        assertThat(follow(eve, there.agrees(onward)).body()).contains("bound to somebody else");
    }

    @Test
    void an_invitation_is_taken_up_by_a_provider_once() {
        var handed = tenant.call(
                () -> accounts.invite(new NewAgent("Cy Cole", "cy@desk.example", Role.AGENT, Set.of(), null)));
        there.claims = Map.of("sub", "cy-1");
        var visitor = new Visitor(port);
        assertThat(visitor.get(path(handed.path())).body()).contains("Come in by Example");
        var onward = onward(visitor.post(path(handed.path() + "/providers/" + id), Map.of()));
        assertThat(follow(visitor, there.agrees(onward)).statusCode()).isEqualTo(302);
        assertThat(visitor.get(path("/account")).body()).contains("Cy Cole");
        assertThat(new Visitor(port).get(path(handed.path())).statusCode()).isEqualTo(410);
    }

    @Test
    void who_has_a_second_step_here_takes_it_all_the_same() {
        var bob = known();
        tenant.run(() ->
                second.confirm(bob.id(), Codes.at(second.begin(bob).typed().replace(" ", ""), time.instant())));
        var visitor = new Visitor(port);
        assertThat(location(back(visitor))).startsWith(path("/sign-in/code"));
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(302);
    }

    @Test
    void whose_access_ended_does_not_come_in_anew() {
        var bob = known();
        hires("Ada Ash", Role.ADMIN, Set.of());
        tenant.run(() -> agents.disable(bob.id()));
        there.claims = Map.of("sub", "bob-1", "email", "bob2@desk.example", "email_verified", true);
        assertThat(back(new Visitor(port)).body()).contains("has ended");
        assertThat(tenant.call(() -> agents.all())).hasSize(1);
    }

    @Test
    void an_ended_provider_and_another_desks_let_nobody_in() {
        known();
        var foreign = tenants.add("other-" + tenant.slug(), "Other");
        assertThat(new Visitor(port)
                        .get("/%s/sign-in/providers/%d".formatted(foreign.slug(), id))
                        .statusCode())
                .isEqualTo(403);
        var visitor = new Visitor(port);
        var answer = there.agrees(goes(visitor));
        tenant.run(() -> providers.end(id));
        assertThat(follow(visitor, answer).statusCode()).isEqualTo(403);
        assertThat(visitor.get(path("/sign-in")).body()).doesNotContain("Sign in by");
    }

    @Test
    void an_administrator_tries_it_and_reads_what_is_wrong_and_never_the_secret() {
        var admin = signedIn(hires("Ada Ash", Role.ADMIN, Set.of()));
        admin.get(path("/providers/" + id));
        var page =
                admin.post(path("/providers/%d/trial".formatted(id)), Map.of()).body();
        assertThat(page).contains("knows this client").doesNotContain(IdentityProvider.SECRET);
        var wrong = Map.of("name", "Example", "issuer", there.issuer(), "client", IdentityProvider.CLIENT);
        var with = new java.util.HashMap<>(wrong);
        with.put("secret", "another");
        admin.post(path("/providers/" + id), with);
        assertThat(admin.post(path("/providers/%d/trial".formatted(id)), Map.of())
                        .body())
                .contains("does not know this client");
        there.metadata = it -> it.replaceFirst("\"issuer\":\"[^\"]*\"", "\"issuer\":\"https://other.example\"");
        assertThat(admin.post(path("/providers/%d/trial".formatted(id)), Map.of())
                        .body())
                .contains("It calls itself".toLowerCase(java.util.Locale.ROOT));
    }

    /** Server-side request forgery by discovery: FreeScout CVE-2026-34443 and its kin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1", "https://169.254.169.254", "https://[fd00::1]",
                "https://192.168.1.1:8443", "https://100.64.0.1", "https://[::ffff:10.0.0.1]"
            })
    void nothing_inside_is_asked(String issuer) {
        var inside = tenant.call(
                () -> providers.add(new NewProvider("Inside", issuer, "client", "secret", "groups", false, List.of())));
        assertThat(tenant.call(() -> trial.of(providers.get(inside), "https://desks.example/back")))
                .satisfies(it -> assertThat(it.good()).isFalse())
                .satisfies(it -> assertThat(it.words()).contains("inside"));
    }

    @Test
    void what_a_provider_names_inside_is_not_asked_either_and_nothing_leads_elsewhere() {
        there.metadata = it -> it.replaceFirst("http://localhost:\\d+/keys", "https://10.0.0.1/keys");
        assertThat(tenant.call(() -> trial.of(providers.get(id), "https://desks.example/back"))
                        .words())
                .contains("can't be asked");
    }

    /** A known agent, bound to somebody there. */
    Agent known() {
        var bob = hires("Bob Birch", Role.AGENT, Set.of());
        there.claims = Map.of("sub", "bob-1");
        binds(signedIn(bob));
        return bob;
    }

    void binds(Visitor visitor) {
        visitor.get(path("/account"));
        var onward = onward(visitor.post(path("/account/providers/" + id), Map.of("current", PASSWORD)));
        assertThat(location(follow(visitor, there.agrees(onward)))).isEqualTo(path("/account?done=bound"));
    }

    Visitor signedIn(Agent agent) {
        var visitor = new Visitor(port);
        visitor.signIn(tenant.slug(), agent.email(), PASSWORD);
        visitor.get(path("/account"));
        return visitor;
    }

    long believes(boolean joins, String roles) {
        return tenant.call(() -> providers.add(new NewProvider(
                "Example",
                there.issuer(),
                IdentityProvider.CLIENT,
                IdentityProvider.SECRET,
                "groups",
                joins,
                NewProvider.roles(roles))));
    }

    Visitor comesIn() {
        var visitor = new Visitor(port);
        assertThat(back(visitor).statusCode()).isEqualTo(302);
        return visitor;
    }

    void refused() {
        var visitor = new Visitor(port);
        assertThat(back(visitor).statusCode()).isEqualTo(403);
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(302);
    }

    void refusedUnlessJoins() {
        tenant.run(() -> providers.change(
                id,
                new NewProvider("Example", there.issuer(), IdentityProvider.CLIENT, null, "groups", false, List.of())));
        refused();
    }

    HttpResponse<String> back(Visitor visitor) {
        return follow(visitor, there.agrees(goes(visitor)));
    }

    String goes(Visitor visitor) {
        return location(visitor.get(path("/sign-in/providers/" + id)));
    }

    HttpResponse<String> follow(Visitor visitor, String address) {
        return visitor.get(address.substring(visitor.base.length()));
    }

    static String onward(HttpResponse<String> page) {
        return page.body()
                .replaceFirst("(?s).*primary\" href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    static Map<String, Object> joins(String subject, Object groups) {
        return Map.of("sub", subject, "email", subject + "@desk.example", "email_verified", true, "groups", groups);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key taken for a shared secret. */
    static String byMac(JWTClaimsSet claims, String publicKey) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(
                                    JWSAlgorithm.parse(Algorithm.parse("HS256").getName()))
                            .build(),
                    claims);
            token.sign(new MACSigner(publicKey));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String path(String below) {
        return "/" + tenant.slug() + below;
    }
}
