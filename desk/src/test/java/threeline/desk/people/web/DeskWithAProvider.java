package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.Provider;
import threeline.desk.people.provider.Provider.Vouches;
import threeline.desk.people.provider.Providers;
import threeline.testing.IdentityProvider;

/** A desk whose agents come in by a provider of identities on this machine. */
abstract class DeskWithAProvider extends DeskWithAccounts {

    @Autowired
    Providers providers;

    IdentityProvider there;
    long id;

    @BeforeEach
    void a_desk_that_believes_a_provider() {
        there = new IdentityProvider(time);
        id = believes(true, "");
    }

    @AfterEach
    void ends() {
        there.close();
    }

    /** A known agent, bound to somebody there. */
    Agent known() {
        var bob = agent("bob", Role.AGENT);
        there.claims = Map.of("sub", "bob-1");
        binds(signedIn(bob));
        return bob;
    }

    void binds(Visitor visitor) {
        visitor.get(path("/account"));
        var onward = onward(visitor.post(path("/account/providers/" + id), Map.of("current", PASSWORD)));
        assertThat(location(follow(visitor, there.agrees(onward)))).isEqualTo(path("/account?done=bound"));
    }

    /** In a browser that has seen a form of ours since. */
    Visitor signedIn(Agent agent) {
        var visitor = signedIn(agent.name());
        visitor.get(path("/account"));
        return visitor;
    }

    long believes(boolean joins, String roles) {
        return believes(new Provider.Rules("groups", joins, true, Vouches.NEVER, NewProvider.roles(roles)));
    }

    long believes(Provider.Rules rules) {
        return desk.call(() -> providers.add(
                new NewProvider("Example", there.issuer(), IdentityProvider.CLIENT, IdentityProvider.SECRET, rules)));
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
        desk.run(() -> providers.change(
                id,
                new NewProvider(
                        "Example",
                        there.issuer(),
                        IdentityProvider.CLIENT,
                        null,
                        new Provider.Rules("groups", false, false, Vouches.NEVER, List.of()))));
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
}
