package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requester;
import threeline.desk.people.Requesters;
import threeline.desk.tenant.Tenant;
import threeline.testing.PortalLink;
import threeline.testing.TestRelay;

/** Requesters come in by a link that they are mailed, and nobody else does by it, nor anywhere but at the portal. */
class PortalDoorTest extends DeskWithLinks {

    @Autowired
    Requesters requesters;

    String ann;

    @BeforeEach
    void a_desk_that_knows_ann() {
        ann = "ann-%s@acme.example".formatted(unique);
        knows(desk, ann, "Ann Archer");
    }

    @Test
    void a_link_comes_by_mail_and_its_button_lets_in_once() {
        var visitor = asks(ann, "");
        var link = PortalLink.latest(ann, 1);
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);
        assertThat(visitor.get(link).body()).contains("Ann Archer", ann); // mail programs open links too
        assertThat(visitor.get(path("/portal")).statusCode()).isEqualTo(302);
        var in = visitor.post(link, Map.of());
        assertThat(in.headers().firstValue("Location")).hasValue(path("/portal"));
        assertThat(visitor.get(path("/portal")).statusCode()).isEqualTo(200);
        var later = new Visitor(port);
        assertThat(later.get(link).statusCode()).isEqualTo(410);
        later.get(path("/portal/sign-in"));
        assertThat(later.post(link, Map.of()).statusCode()).isEqualTo(410);
    }

    @Test
    void whoever_asks_is_told_the_same_whether_the_address_is_anybodys() {
        var known = asked(new Visitor(port), ann, "");
        var unknown = asked(new Visitor(port), "nobody-" + ann, "");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(ForgottenTest.timeless(known)).isEqualTo(ForgottenTest.timeless(unknown));
        PortalLink.latest(ann, 1);
        assertThat(TestRelay.mailsTo("nobody-" + ann)).isEmpty();
    }

    @Test
    void a_link_opens_for_half_an_hour() {
        asks(ann, "");
        var link = PortalLink.latest(ann, 1);
        time.forward(Duration.ofMinutes(29));
        assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(200);
        time.forward(Duration.ofMinutes(1));
        assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void a_link_opens_only_at_its_desk_only_the_portal_and_only_as_it_was_written() {
        asks(ann, "");
        var link = PortalLink.latest(ann, 1);
        var other = desk();
        knows(other, ann, "Ann Archer");
        var secret = link.substring(link.lastIndexOf('/') + 1);
        for (var wrong : List.of(
                "/%s/portal/in/%s".formatted(other.slug(), secret),
                path("/invitation/" + secret),
                path("/reset/" + secret),
                path("/portal/in/" + InvitationTest.swapped(secret)),
                path("/portal/in/%20"),
                path("/portal/in/" + "A".repeat(43)))) {
            assertThat(new Visitor(port).get(wrong).statusCode()).as(wrong).isEqualTo(410);
        }
        assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void of_many_who_use_a_link_at_once_one_comes_in() {
        asks(ann, "");
        var link = PortalLink.latest(ann, 1);
        var tries = Stream.generate(() -> new Visitor(port)).limit(6).peek(it -> it.get(link)).toList().stream()
                .map(it -> CompletableFuture.supplyAsync(
                        () -> it.post(link, Map.of()).statusCode()))
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join))
                .containsOnlyOnce(302)
                .containsOnly(302, 410);
    }

    @Test
    void nobody_fills_anothers_mailbox_with_links() {
        for (var ask = 1; ask <= 4; ask++) {
            asks(ann, "");
            PortalLink.latest(ann, ask);
        }
        asks(ann, "");
        var bob = "bob-" + ann;
        knows(desk, bob, "Bob");
        asks(bob, "");
        PortalLink.latest(bob, 1); // what was asked for before it was seen to then, or never is
        assertThat(PortalLink.mailsTo(ann)).isEqualTo(4);
    }

    @Test
    void who_asks_for_many_addresses_from_one_place_waits() {
        var answers = Stream.iterate(1, it -> it + 1)
                .limit(14)
                .map(it -> asked(new Visitor(port), "guess%d-%s".formatted(it, ann), "")
                        .statusCode())
                .toList();
        assertThat(answers.getFirst()).isEqualTo(200);
        assertThat(answers.getLast()).isEqualTo(429);
        time.forward(Duration.ofMinutes(16));
        assertThat(asked(new Visitor(port), ann, "").statusCode()).isEqualTo(200);
    }

    @Test
    void a_button_pressed_by_a_foreign_page_does_nothing() {
        asks(ann, "");
        var link = PortalLink.latest(ann, 1);
        var visitor = new Visitor(port);
        visitor.get(link);
        assertThat(visitor.post(link, Map.of("_csrf", "of-another-page")).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void a_secret_planted_before_coming_in_is_worth_nothing_after() {
        var visitor = asks(ann, "");
        var planted = Map.copyOf(visitor.cookies);
        comesIn(visitor, ann, 1);
        assertThat(visitor.cookies).isNotEqualTo(planted);
        var thief = new Visitor(port);
        thief.cookies.putAll(planted);
        assertThat(thief.get(path("/portal")).statusCode()).isEqualTo(302);
    }

    /** RT CVE-2022-25803: a page led on to wherever its address said. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/portal",
                "/portal/../queue/all",
                "/portal/in/x",
                "/tickets/1",
                "/portal/requests/1?x=<b>",
                "/portal/requests/0",
                "javascript:alert(1)"
            })
    void cve_2022_25803_a_link_leads_on_to_pages_of_the_portal_alone(String to) {
        var visitor = asks(ann, to);
        var link = PortalLink.latest(ann, 1);
        assertThat(link).doesNotContain("?");
        visitor.get(link);
        assertThat(visitor.post(link, Map.of("to", to)).headers().firstValue("Location"))
                .hasValue(path("/portal"));
    }

    @Test
    void whoever_wanted_to_see_a_request_is_led_to_it_after_coming_in() {
        var visitor = new Visitor(port);
        var refused = visitor.get(path("/portal/requests/12"));
        assertThat(refused.headers().firstValue("Location").orElseThrow())
                .endsWith("/portal/sign-in?to=%2Fportal%2Frequests%2F12");
        asked(visitor, ann, "/portal/requests/12");
        var link = PortalLink.latest(ann, 1);
        visitor.get(link);
        assertThat(visitor.post(link, Map.of()).headers().firstValue("Location"))
                .hasValue(path("/portal/requests/12"));
    }

    @Test
    void requesters_and_agents_have_their_own_pages_and_none_of_each_others() {
        var visitor = asks(ann, "");
        comesIn(visitor, ann, 1);
        for (var page : List.of("/queue/all", "/tickets/1", "/agents", "/rights", "/account", "/calls/new", "/audit")) {
            assertThat(visitor.get(path(page)).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(visitor.get(path("/live"), "Accept", "text/event-stream").body())
                .endsWith("event: bye\ndata:\n\n"); // who helps hears of what happens, who asks does not
        for (var page : List.of("/portal", "/portal/ask", "/portal/requests", "/portal/requests/1", "/portal/you")) {
            assertThat(admin.get(path(page)).statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void one_sees_where_one_is_in_and_ends_it_there_and_nobody_elses() {
        var here = asks(ann, "");
        comesIn(here, ann, 1);
        var elsewhere = asks(ann, "");
        comesIn(elsewhere, ann, 2);
        var bobs = "bob-" + ann;
        knows(desk, bobs, "Bob");
        var bob = asks(bobs, "");
        comesIn(bob, bobs, 1);
        var ends = Pattern.compile("/portal/you/sessions/(\\d+)/end")
                .matcher(here.get(path("/portal/you")).body());
        assertThat(ends.find()).isTrue();
        bob.get(path("/portal/you"));
        bob.post(path("/portal/you/sessions/%s/end".formatted(ends.group(1))), Map.of());
        assertThat(elsewhere.get(path("/portal")).statusCode()).isEqualTo(200);
        here.post(path("/portal/you/sessions/%s/end".formatted(ends.group(1))), Map.of());
        assertThat(elsewhere.get(path("/portal")).statusCode()).isEqualTo(302);
        here.get(path("/portal/you"));
        here.post(path("/portal/sign-out"), Map.of());
        assertThat(here.get(path("/portal")).statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_ends_a_week_after_it_was_last_used() {
        var visitor = asks(ann, "");
        comesIn(visitor, ann, 1);
        time.forward(Duration.ofDays(6));
        assertThat(visitor.get(path("/portal")).statusCode()).isEqualTo(200);
        time.forward(Duration.ofDays(7));
        assertThat(visitor.get(path("/portal")).statusCode()).isEqualTo(302);
    }

    @Test
    void who_speaks_german_is_written_to_in_german() {
        desk.run(() -> requesters.add(new NewRequester("Gerd", "gerd-" + ann, null, "Acme", false)));
        var visitor = new Visitor(port);
        visitor.get(path("/portal/sign-in"), "Accept-Language", "de-AT");
        var page = visitor.post(path("/portal/sign-in"), Map.of("email", "gerd-" + ann), "Accept-Language", "de-AT");
        assertThat(page.body()).contains("<html lang=\"de\"", "ist eine Mail mit einem Link unterwegs");
        PortalLink.latest("gerd-" + ann, 1);
        assertThat(threeline.testing.Mails.text(TestRelay.mailsTo("gerd-" + ann).getLast()))
                .contains("Ihr Zugang bei", "Guten Tag Gerd");
    }

    HttpResponse<String> asked(Visitor visitor, String address, String to) {
        visitor.get(path("/portal/sign-in"));
        var answer = visitor.post(path("/portal/sign-in"), Map.of("email", address, "to", to));
        time.forward(Duration.ofSeconds(1));
        return answer;
    }

    Visitor asks(String address, String to) {
        var visitor = new Visitor(port);
        assertThat(asked(visitor, address, to).statusCode()).isEqualTo(200);
        return visitor;
    }

    void comesIn(Visitor visitor, String address, int nth) {
        var link = PortalLink.latest(address, nth);
        visitor.get(link);
        assertThat(visitor.post(link, Map.of()).statusCode()).isEqualTo(302);
    }

    Requester knows(Tenant at, String address, String name) {
        return at.call(() -> requesters.add(new NewRequester(name, address, null, "Acme", false)));
    }
}
