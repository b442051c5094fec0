package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import threeline.desk.people.Posting;
import threeline.desk.people.Postings;
import threeline.desk.people.Role;
import threeline.desk.people.access.Kind;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Reach;
import threeline.desk.people.access.RightsTable;

/** What pages offer to whoever looks at them: nothing that would be refused, and the way on from what was merged. */
class OfferedTest extends DeskWithRequests {

    /** One that can be sent; fields that are only shown are none. */
    static final Pattern FORM = Pattern.compile(
            "<form[^>]* method=\"post\"[^>]* action=\"([^\"?]+)\"[^>]*>((?:(?!</form>).)*<button)", Pattern.DOTALL);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Postings postings;

    @ParameterizedTest
    @EnumSource(Role.class)
    void no_page_offers_what_would_be_refused(Role role) throws Exception {
        var who = hires("who", role, null);
        var ticket = asked(ann);
        var visitor = signedIn("who");
        var kind = role == Role.ADMIN ? Kind.ADMINISTRATOR : Kind.valueOf(role.name());
        var pages = List.of(
                "/queue/all",
                "/tickets/" + ticket,
                "/watch",
                "/search?q=look",
                "/charter",
                "/charter/versions",
                "/releases",
                "/organizations",
                "/organizations/acme",
                "/agents",
                "/agents/" + who.id().value(),
                "/told",
                "/account",
                "/rights",
                "/mail",
                "/audit");
        assertThat(refused(visitor, kind, pages)).isEmpty();
    }

    @Test
    void who_is_off_watch_is_offered_the_own_account_and_nothing_of_tickets() throws Exception {
        tenant.run(() -> {
            var bound = charters.current().text().replace("covers: americas,", "covers: americas, rights: on-watch,");
            charters.putInForce(bound, "test", "bound");
            postings.put(hires("amy", Role.AGENT, null).id(), new Posting(Set.of("americas-1"), Set.of(), null));
        });
        var amy = signedIn("amy");
        var open = List.of("/account", "/told/habit", "/charter", "/charter/versions", "/rights");
        assertThat(refused(amy, Kind.OFF_WATCH, open)).isEmpty();
        assertThat(open)
                .allSatisfy(page -> assertThat(amy.get(path(page)))
                        .satisfies(it -> assertThat(it.statusCode()).as(page).isEqualTo(200))
                        .satisfies(it -> assertThat(it.body())
                                .as(page)
                                .doesNotContain(
                                        "data-live",
                                        path("/queue"),
                                        path("/counts"),
                                        path("/search"),
                                        path("/told\""))));
    }

    List<String> refused(Visitor visitor, Kind kind, List<String> pages) throws Exception {
        var refused = new ArrayList<String>();
        for (var page : pages) {
            for (var found :
                    FORM.matcher(visitor.get(path(page)).body()).results().toList()) {
                var action = found.group(1).replaceFirst("^/" + tenant.slug(), "");
                if (!action.equals("/sign-out") && isRefused(action, kind)) {
                    refused.add(action + " on " + page);
                }
            }
        }
        return refused;
    }

    boolean isRefused(String action, Kind kind) throws Exception {
        var request = new MockHttpServletRequest("POST", action);
        ServletRequestPathUtils.parseAndCache(request);
        var chain = mapping.getHandler(request);
        if (chain == null || !(chain.getHandler() instanceof HandlerMethod handler)) {
            return false;
        }
        var own = handler.getMethodAnnotation(May.class);
        var may = own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), May.class);
        return may != null && RightsTable.reach(kind, may.value()) == Reach.NONE;
    }

    @Test
    void a_request_that_was_merged_leads_to_what_it_goes_on_as() {
        var first = asked(ann);
        var second = asked(ann);
        var bobs = asked(knows("bob", "Bob Barge"));
        var ada = hires("ada", Role.AGENT, null);
        tenant.run(() -> {
            desk.merge(second, first, ada.id());
            desk.merge(bobs, first, ada.id());
        });
        var asking = asking("ann");
        assertThat(asking.get(path("/portal/requests/" + second)).headers().firstValue("Location"))
                .contains(path("/portal/requests/" + first));
        assertThat(asking.get(path("/portal/requests/" + first)).statusCode()).isEqualTo(200);
        assertThat(asking("bob").get(path("/portal/requests/" + bobs)).statusCode())
                .as("goes on as somebody else's, that is not for them to see")
                .isEqualTo(200);
    }
}
