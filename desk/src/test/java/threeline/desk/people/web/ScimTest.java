package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Scope;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.Provider;
import threeline.desk.people.provider.Providers;
import threeline.testing.IdentityProvider;

/** A program that says who works here (SCIM 2.0): what it may, what it can't, and how soon somebody is gone. */
class ScimTest extends DeskWithAProgram {

    @Autowired
    Providers providers;

    @Test
    void somebody_comes_changes_and_goes() {
        var made = call("POST", "/Users", ann("ann@desk.example", "okta-1"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/userName")).isEqualTo("ann@desk.example");
        assertThat(made.text("/meta/location")).isEqualTo("/api/scim/v2/Users/" + made.text("/id"));
        var path = "/Users/" + made.text("/id");
        assertThat(call("POST", "/Users", ann("ANN@desk.example", "okta-2")).text("/scimType"))
                .isEqualTo("uniqueness");
        assertThat(call("POST", "/Users", ann("other@desk.example", "okta-1")).status())
                .isEqualTo(409);
        var put = call("PUT", path, ann("ann.archer@desk.example", "okta-1").replace("Archer", "Ash"));
        assertThat(put.text("/emails/0/value")).isEqualTo("ann.archer@desk.example");
        assertThat(put.text("/displayName")).isEqualTo("Ann Ash");
        assertThat(call("DELETE", path, null).status()).isEqualTo(204);
        assertThat(call("GET", path, null).status()).isEqualTo(404);
        assertThat(call("GET", "/Users?filter=" + encoded("userName eq \"ann.archer@desk.example\""), null)
                        .text("/totalResults"))
                .isEqualTo("0");
        assertThat(desk.call(() -> agents.find("ann.archer@desk.example"))).isEmpty();
        var back = call("POST", "/Users", ann("ann.archer@desk.example", "okta-1"));
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.text("/id")).isEqualTo(made.text("/id"));
        assertThat(desk.call(() -> agents.find("ann.archer@desk.example"))).isPresent();
    }

    /** As Entra, Okta and the specification each write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}",
                "{\"op\":\"replace\",\"value\":{\"active\":false}}",
                "{\"op\":\"add\",\"path\":\"urn:ietf:params:scim:schemas:core:2.0:User:active\",\"value\":false}"
            })
    void whoever_is_deactivated_is_out_within_five_seconds(String operation) {
        agent("bob", Role.AGENT);
        var bob = desk.call(() -> agents.find("bob@desk.example").orElseThrow());
        var browser = signedIn("bob");
        var program = token(bob, Scope.READ);
        assertThat(browser.get("/" + desk.slug() + "/account").statusCode()).isEqualTo(200);
        assertThat(api(program)).isEqualTo(200);
        var told = call("PATCH", "/Users/" + bob.id().value(), patch(operation));
        assertThat(told.text("/active")).isEqualTo("false");
        assertThat(browser.get("/" + desk.slug() + "/account").statusCode()).isEqualTo(302);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(api(program)).isEqualTo(401));
        call("PATCH", "/Users/" + bob.id().value(), patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":true}"));
        assertThat(api(program)).isEqualTo(200);
    }

    @Test
    void nobodys_program_takes_away_whom_it_acts_as() {
        var path = "/Users/" + ada.id().value();
        assertThat(call("DELETE", path, null).status()).isEqualTo(409);
        assertThat(call("PATCH", path, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"))
                        .status())
                .isEqualTo(409);
        assertThat(call(
                                "PATCH",
                                path,
                                patch("{\"op\":\"replace\",\"path\":\"roles\",\"value\":[{\"value\":\"agent\"}]}"))
                        .status())
                .isEqualTo(409);
        assertThat(desk.call(() -> agents.get(ada.id()).role())).isEqualTo(Role.ADMIN);
        assertThat(call("GET", path, null).text("/active")).isEqualTo("true");
    }

    @Test
    void a_patch_reaches_each_kind_of_path() {
        var id = call("POST", "/Users", ann("ann@desk.example", "x-1")).text("/id");
        var told = call(
                "PATCH",
                "/Users/" + id,
                patch(
                        "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"a2@desk.example\"}",
                        "{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"manager\"}]}",
                        "{\"op\":\"remove\",\"path\":\"roles[value eq \\\"agent\\\"]\"}",
                        "{\"op\":\"replace\",\"value\":{\"displayName\":\"Annie\",\"externalId\":\"x-2\"}}"));
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.text("/emails/0/value")).isEqualTo("a2@desk.example");
        assertThat(told.text("/roles/0/value")).isEqualTo("manager");
        assertThat(told.text("/displayName")).isEqualTo("Annie");
        assertThat(told.text("/externalId")).isEqualTo("x-2");
    }

    /** Whoever marries is called otherwise, though the program says no more than the one part that changed. */
    @Test
    void a_name_changes_by_whichever_part_of_it_is_sent() {
        var made = call("POST", "/Users", ann("ann@desk.example", "x-1"));
        assertThat(made.text("/name/givenName")).isEqualTo("Ann");
        var path = "/Users/" + made.text("/id");
        var married = call("PATCH", path, patch("{\"op\":\"replace\",\"path\":\"name.familyName\",\"value\":\"Ash\"}"));
        assertThat(married.text("/displayName")).isEqualTo("Ann Ash");
        var sent = call("GET", path, null).body().toString().replace("\"givenName\":\"Ann\"", "\"givenName\":\"Anna\"");
        assertThat(call("PUT", path, sent).text("/name/formatted")).isEqualTo("Anna Ash");
        var whole = patch("{\"op\":\"replace\",\"path\":\"name.formatted\",\"value\":\"Prince\"}");
        assertThat(call("PATCH", path, whole).text("/displayName")).isEqualTo("Prince");
        assertThat(call("GET", path, null).body().at("/name/familyName").isMissingNode())
                .isTrue();
        assertThat(call("PATCH", path, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":true}"))
                        .text("/displayName"))
                .isEqualTo("Prince");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userName eq \"U1@desk.example\" | 1",
                "username sw \"u\" | 3",
                "userName sw \"u\" and not (userName eq \"u2@desk.example\") | 2",
                "userName eq \"u1@desk.example\" or userName eq \"u2@desk.example\" | 2",
                "emails[type eq \"work\" and value co \"u3@\"] | 1",
                "emails.value ew \"@desk.example\" | 4",
                "externalId pr | 3",
                "active eq true and externalId eq \"e-2\" | 1",
                "name.formatted co \"archer\" | 3",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"u1@desk.example\" | 1",
                "userName eq \"%\" | 0",
                "userName eq \"' or 1=1 --\" | 0"
            })
    void a_filter_finds(String filter, String count) {
        for (var who = 1; who <= 3; who++) {
            call("POST", "/Users", ann("u%d@desk.example".formatted(who), "e-" + who));
        }
        assertThat(call("GET", "/Users?filter=" + encoded(filter), null).text("/totalResults"))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "userName eq",
                "userName eq \"",
                "(userName pr",
                "userName zz \"a\"",
                "userName pr pr",
                "",
                "not userName pr",
                "emails[type eq \"work\"",
                "((((((((((((((((((((((a pr))))))))))))))))))))))"
            })
    void a_filter_that_cant_be_read_is_refused(String filter) {
        assertThat(call("GET", "/Users?filter=" + encoded(filter), null).text("/scimType"))
                .isEqualTo("invalidFilter");
    }

    @Test
    void pages_hold_all_once() {
        for (var who = 1; who <= 4; who++) {
            call("POST", "/Users", ann("u%d@desk.example".formatted(who), "e-" + who));
        }
        var first = call("GET", "/Users?startIndex=1&count=2", null);
        var third = call("GET", "/Users?startIndex=5&count=2", null);
        assertThat(first.text("/totalResults")).isEqualTo("5");
        assertThat(first.body().at("/Resources")).hasSize(2);
        assertThat(third.body().at("/Resources")).hasSize(1);
        assertThat(call("GET", "/Users?count=0", null).body().at("/Resources")).isEmpty();
        assertThat(call("GET", "/Users?startIndex=-1&count=x", null).status()).isEqualTo(200);
    }

    @Test
    void groups_are_the_charters_and_get_their_members() {
        var ann = call("POST", "/Users", ann("ann@desk.example", "e-1")).text("/id");
        var group = call("GET", "/Groups", null).text("/Resources/0/id");
        var path = "/Groups/" + group;
        var added = call(
                "PATCH",
                path,
                patch("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(ann)));
        assertThat(added.text("/members/0/value")).isEqualTo(ann);
        assertThat(desk.call(() -> agents.groupsOf(new AgentId(Long.parseLong(ann)))))
                .containsExactly(group);
        assertThat(call("GET", "/Users/" + ann, null).text("/groups/0/value")).isEqualTo(group);
        var removed = call(
                "PATCH", path, patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(ann)));
        assertThat(removed.body().at("/members")).isEmpty();
        var name = added.text("/displayName");
        assertThat(call(
                                "POST",
                                "/Groups",
                                "{\"displayName\":\"%s\",\"members\":[{\"value\":\"%s\"}]}".formatted(name, ann))
                        .text("/members/0/value"))
                .isEqualTo(ann);
        assertThat(call("POST", "/Groups", "{\"displayName\":\"Nobody's\"}").status())
                .isEqualTo(400);
        assertThat(call("PUT", path, "{\"members\":[{\"value\":\"999999\"}]}").status())
                .isEqualTo(404);
        assertThat(call("DELETE", path, null).status()).isEqualTo(204);
        assertThat(desk.call(() -> agents.groupsOf(new AgentId(Long.parseLong(ann)))))
                .isEmpty();
    }

    @Test
    void only_an_administrators_token_with_that_scope_provisions() {
        var manager = agent("mia", Role.MANAGER);
        for (var other : List.of(token(ada, Scope.READ, Scope.WRITE), token(manager, Scope.PROVISION))) {
            token = other;
            assertThat(call("GET", "/Users", null).status()).isEqualTo(403);
            assertThat(call("POST", "/Users", ann("x@desk.example", "x")).status())
                    .isEqualTo(403);
        }
        token = token(ada, Scope.PROVISION);
        assertThat(api(token)).isEqualTo(403);
    }

    @Test
    void another_desks_people_are_neither_found_nor_changed() {
        var foreign = desk();
        var eve = foreign.call(() -> agents.add(new NewAgent("Eve Elm", "eve@f.example", Role.AGENT, Set.of(), null)));
        var path = "/Users/" + eve.id().value();
        assertThat(call("GET", path, null).status()).isEqualTo(404);
        assertThat(call("PUT", path, ann("eve@desk.example", "e")).status()).isEqualTo(404);
        assertThat(call("DELETE", path, null).status()).isEqualTo(404);
        assertThat(call("GET", "/Users?filter=" + encoded("userName co \"eve\""), null)
                        .text("/totalResults"))
                .isEqualTo("0");
        assertThat(foreign.call(() -> agents.find("eve@f.example"))).isPresent();
    }

    @Test
    void what_is_no_resource_is_refused_in_words() {
        for (var body : List.of(
                "",
                "[]",
                "{}",
                "{\"userName\":\"\"}",
                "{\"userName\":\"no address\"}",
                "nonsense",
                "{\"userName\":\"a@b.example\",\"roles\":[{\"value\":\"root\"}]}",
                "{\"userName\":\"a@b.example\\r\\nBcc: x\"}")) {
            assertThat(call("POST", "/Users", body).status()).as(body).isEqualTo(400);
        }
        assertThat(call("PATCH", "/Users/" + ada.id().value(), "{}").status()).isEqualTo(400);
        assertThat(call("PATCH", "/Users/" + ada.id().value(), patch("{\"op\":\"explode\"}"))
                        .status())
                .isEqualTo(400);
        assertThat(call("GET", "/Users/../Users/1", null).status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void whoever_was_provisioned_comes_in_by_the_provider_that_calls_them_so() throws Exception {
        try (var there = new IdentityProvider(time)) {
            var id = desk.call(() -> providers.add(new NewProvider(
                    "Example",
                    there.issuer(),
                    IdentityProvider.CLIENT,
                    IdentityProvider.SECRET,
                    new Provider.Rules("groups", false, true, Provider.Vouches.NEVER, List.of()))));
            call("POST", "/Users", ann("ann@desk.example", "sub-1"));
            there.claims = Map.of("sub", "sub-1");
            var browser = new Visitor(port);
            var sent = browser.get("/%s/sign-in/providers/%d".formatted(desk.slug(), id));
            var back = there.agrees(sent.headers().firstValue("Location").orElseThrow());
            assertThat(browser.get(back.substring(browser.base.length())).statusCode())
                    .isEqualTo(302);
            assertThat(browser.get("/" + desk.slug() + "/account").body()).contains("ann@desk.example");
            there.claims = Map.of("sub", "sub-2");
            var other = new Visitor(port);
            var elsewhere = other.get("/%s/sign-in/providers/%d".formatted(desk.slug(), id));
            var refused =
                    there.agrees(elsewhere.headers().firstValue("Location").orElseThrow());
            assertThat(other.get(refused.substring(other.base.length())).statusCode())
                    .isEqualTo(403);
        }
    }
}
