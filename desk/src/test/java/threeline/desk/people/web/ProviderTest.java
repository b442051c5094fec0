package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Codes;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.SecondStep;
import threeline.desk.people.access.Secret;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.Provider;
import threeline.desk.people.provider.Provider.Vouches;
import threeline.desk.people.provider.ProviderTrial;
import threeline.testing.IdentityProvider;

/** Coming in by a provider of identities: who is let in, as what, and who is not. */
class ProviderTest extends DeskWithAProvider {

    @Autowired
    ProviderTrial trial;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondStep second;

    @Autowired
    Demand demand;

    @Test
    void somebody_new_whose_address_is_made_sure_of_joins_and_comes_back_as_the_same() {
        there.claims =
                Map.of("sub", "ann-1", "name", "Ann Archer", "email", "Ann@Desk.example", "email_verified", true);
        var ann = comesIn();
        assertThat(ann.get(path("/account")).body()).contains("Ann Archer, ann@desk.example");
        assertThat(comesIn().get(path("/account")).statusCode()).isEqualTo(200);
        assertThat(desk.call(() -> agents.all())).hasSize(1);
        there.claims = Map.of("sub", "ann-2", "email", "ann@desk.example", "email_verified", true);
        assertThat(back(new Visitor(port)).body()).contains("Somebody here has your mail address");
    }

    /** Zammad CVE-2026-84458: whoever wrote an agent's address into an account of their own came in as that agent. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "absent"})
    void an_address_binds_nobody_whatever_the_provider_says_of_it(String verified) {
        agent("ada", Role.ADMIN);
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
        assertThat(desk.call(() -> agents.all())).isEmpty();
    }

    @Test
    void groups_make_roles_each_time_for_those_who_joined_and_none_of_them_is_the_way_out() {
        id = believes(true, "desk admins = admin\nit = agent");
        there.claims = joins("ann-1", List.of("it"));
        assertThat(comesIn().get(path("/tokens")).statusCode()).isEqualTo(403);
        there.claims = joins("ann-1", List.of("it", "desk admins"));
        agent("ada", Role.ADMIN);
        assertThat(comesIn().get(path("/tokens")).statusCode()).isEqualTo(200);
        there.claims = joins("ann-1", "it");
        assertThat(comesIn().get(path("/tokens")).statusCode()).isEqualTo(403);
        there.claims = joins("ann-1", List.of("IT", "desk admins "));
        refused();
        there.claims = joins("eve-1", List.of());
        refused();
    }

    @Test
    void a_second_step_taken_there_counts_only_where_the_desk_says_so() {
        agent("ada", Role.ADMIN);
        desk.run(() -> demand.put(Set.of(Role.AGENT), agents.get(new AgentId(idOf("ada"))), Secret.random()));
        assertThat(queueAfter(Vouches.NEVER, List.of("pwd", "mfa"))).isEqualTo(302);
        assertThat(queueAfter(Vouches.SAID, List.of("pwd"))).isEqualTo(302);
        assertThat(queueAfter(Vouches.SAID, "mfa")).isEqualTo(302); // a list, as RFC 8176 has it
        assertThat(queueAfter(Vouches.SAID, List.of("pwd", "mfa"))).isEqualTo(200);
        assertThat(queueAfter(Vouches.ALWAYS, List.of("pwd"))).isEqualTo(200);
    }

    int queueAfter(Vouches vouches, Object ways) {
        id = believes(new Provider.Rules("groups", true, true, vouches, List.of()));
        there.claims = Map.of("sub", "ann-1", "email", "ann@desk.example", "email_verified", true, "amr", ways);
        return comesIn().get(path("/queue/breaks-first")).statusCode();
    }

    @Test
    void who_has_no_password_sets_up_a_second_step_just_after_coming_in() {
        agent("ada", Role.ADMIN);
        desk.run(() -> demand.put(Set.of(Role.AGENT), agents.get(new AgentId(idOf("ada"))), Secret.random()));
        there.claims = joins("ann-1", "it");
        var ann = comesIn();
        var page = ann.get(path("/account/second-step")).body();
        assertThat(page).contains("Everything else opens").doesNotContain("Your password<");
        var key = page.replaceFirst("(?s).*account-key\">([A-Z2-7 ]+)<.*", "$1").replace(" ", "");
        time.forward(Duration.ofMinutes(11));
        assertThat(sets(ann, key).body()).contains("You have been here for a while");
        var again = comesIn();
        again.get(path("/account/second-step"));
        assertThat(sets(again, key).body()).contains("Codes to keep");
        assertThat(again.get(path("/queue/breaks-first")).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> sets(Visitor visitor, String key) {
        return visitor.post(path("/account/second-step"), Map.of("code", Codes.at(key, time.instant())));
    }

    @Test
    void who_is_bound_already_stays_what_they_were_made_here() {
        var bob = agent("bob", Role.MANAGER);
        there.claims = Map.of("sub", "bob-1", "groups", List.of("it"));
        var visitor = signedIn(bob);
        binds(visitor);
        id = believes(true, "it = admin");
        comesIn();
        assertThat(desk.call(() -> agents.get(bob.id()).role())).isEqualTo(Role.MANAGER);
    }

    @Test
    void binding_needs_the_password_and_the_same_session_and_can_be_ended() {
        var bob = agent("bob", Role.AGENT);
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
        assertThat(comesIn().get(path("/account")).body()).contains("bob@desk.example");
        var page = again.get(path("/account")).body();
        var end = page.replaceFirst("(?s).*?(/account/bindings/\\d+/end).*", "$1");
        assertThat(again.post(path(end), Map.of()).statusCode()).isEqualTo(302);
        refusedUnlessJoins();
    }

    @Test
    void nobody_is_bound_to_who_is_bound_to_somebody_else() {
        there.claims = Map.of("sub", "one");
        binds(signedIn(agent("bob", Role.AGENT)));
        var eve = signedIn(agent("eve", Role.AGENT));
        var onward = onward(eve.post(path("/account/providers/" + id), Map.of("current", PASSWORD)));
        assertThat(follow(eve, there.agrees(onward)).body()).contains("bound to somebody else");
    }

    @Test
    void an_invitation_is_taken_up_by_a_provider_once() {
        var handed = desk.call(
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
        desk.run(() ->
                second.confirm(bob.id(), Codes.at(second.begin(bob).typed().replace(" ", ""), time.instant())));
        var visitor = new Visitor(port);
        assertThat(location(back(visitor))).startsWith(path("/sign-in/code"));
        assertThat(visitor.get(path("/account")).statusCode()).isEqualTo(302);
    }

    @Test
    void whose_access_ended_does_not_come_in_anew() {
        var bob = known();
        agent("ada", Role.ADMIN);
        desk.run(() -> agents.disable(bob.id()));
        there.claims = Map.of("sub", "bob-1", "email", "bob2@desk.example", "email_verified", true);
        assertThat(back(new Visitor(port)).body()).contains("has ended");
        assertThat(desk.call(() -> agents.all())).hasSize(1);
    }

    @Test
    void an_ended_provider_and_another_desks_let_nobody_in() {
        known();
        var foreign = tenants.add("other-" + desk.slug(), "Other");
        assertThat(new Visitor(port)
                        .get("/%s/sign-in/providers/%d".formatted(foreign.slug(), id))
                        .statusCode())
                .isEqualTo(403);
        var visitor = new Visitor(port);
        var answer = there.agrees(goes(visitor));
        desk.run(() -> providers.end(id));
        assertThat(follow(visitor, answer).statusCode()).isEqualTo(403);
        assertThat(visitor.get(path("/sign-in")).body()).doesNotContain("Sign in by");
    }

    @Test
    void an_administrator_tries_it_and_reads_what_is_wrong_and_never_the_secret() {
        var admin = signedIn(agent("ada", Role.ADMIN));
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
        var inside = desk.call(() -> providers.add(new NewProvider(
                "Inside",
                issuer,
                "client",
                "secret",
                new Provider.Rules("groups", false, false, Provider.Vouches.NEVER, List.of()))));
        assertThat(desk.call(() -> trial.of(providers.get(inside), "https://desks.example/back")))
                .satisfies(it -> assertThat(it.good()).isFalse())
                .satisfies(it -> assertThat(it.words()).contains("inside"));
    }

    @Test
    void what_a_provider_names_inside_is_not_asked_either_and_nothing_leads_elsewhere() {
        there.metadata = it -> it.replaceFirst("http://localhost:\\d+/keys", "https://10.0.0.1/keys");
        assertThat(desk.call(() -> trial.of(providers.get(id), "https://desks.example/back"))
                        .words())
                .contains("can't be asked");
    }
}
