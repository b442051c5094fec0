package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.testing.TestRelay;

/** Invitations and the links in them: what lets in, and all that does not. */
class InvitationTest extends DeskWithLinks {

    @Test
    void somebody_invited_chooses_a_password_and_signs_in_with_it() {
        invite("bob");
        var bob = new Visitor(port);
        var link = link("bob");
        assertThat(bob.get(path(link)).statusCode()).isEqualTo(200);
        assertThat(bob.get(path(link)).statusCode()).isEqualTo(200); // opening it uses nothing up
        var chosen = bob.post(path(link), Map.of("password", GOOD));
        assertThat(chosen.headers().firstValue("Location")).hasValue(path("/sign-in?chosen"));
        assertThat(bob.get(path("/account")).statusCode()).isEqualTo(302); // no way past the sign-in page
        assertThat(bob.signIn(desk.slug(), mailOf("bob"), GOOD).statusCode()).isEqualTo(302);
        assertThat(bob.get(path("/account")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1", "Password2024!", "iloveyou", "12345678", "aaaaaaaaaaaa", "bob!2026"})
    void a_password_that_is_tried_first_will_not_do_and_the_link_stays_good(String password) {
        invite("bob");
        var link = link("bob");
        var bob = new Visitor(port);
        bob.get(path(link));
        var refused = bob.post(
                path(link),
                Map.of("password", password.replace("bob", mailOf("bob").split("@")[0])));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(bob.post(path(link), Map.of("password", GOOD)).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse", "ÄÖÜ äöü ß", "        nine", "\uD83D\uDC1F\uD83D\uDC1F fish fish", "qmwnebrv"})
    void no_other_rule_is_put_to_a_password(String password) {
        assertThat(chooses("bob", password).statusCode()).isEqualTo(302);
        assertThat(new Visitor(port)
                        .signIn(desk.slug(), mailOf("bob"), password)
                        .statusCode())
                .isEqualTo(302);
    }

    /** FreeScout CVE-2026-53595: an empty invitation hash matched those that had none. */
    @ParameterizedTest
    @ValueSource(strings = {"%20", "%E2%80%8B", "null", "0", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void cve_2026_53595_what_is_no_link_of_ours_opens_nothing(String text) {
        agents("without-password");
        for (var purpose : List.of("invitation", "reset")) {
            var visitor = new Visitor(port);
            visitor.get(path("/sign-in"));
            assertThat(visitor.get(path("/%s/%s".formatted(purpose, text))).statusCode())
                    .isEqualTo(410);
            assertThat(visitor.post(path("/%s/%s".formatted(purpose, text)), Map.of("password", GOOD))
                            .statusCode())
                    .isEqualTo(410);
        }
        assertThat(new Visitor(port).get(path("/invitation/")).statusCode()).isIn(302, 404);
        assertThat(new Visitor(port).get(path("/invitation/%00")).statusCode()).isEqualTo(400);
    }

    /** FreeScout CVE-2026-41902: an invitation never ran out. */
    @Test
    void cve_2026_41902_an_invitation_opens_for_three_days_and_a_reset_for_an_hour() {
        invite("bob");
        var invitation = link("bob");
        forgets("ada");
        var reset = link("ada");
        time.forward(Duration.ofMinutes(59));
        assertThat(new Visitor(port).get(path(reset)).statusCode()).isEqualTo(200);
        time.forward(Duration.ofMinutes(1));
        assertThat(new Visitor(port).get(path(reset)).statusCode()).isEqualTo(410);
        time.forward(Duration.ofHours(70));
        assertThat(new Visitor(port).get(path(invitation)).statusCode()).isEqualTo(200);
        time.forward(Duration.ofHours(1));
        assertThat(new Visitor(port).get(path(invitation)).statusCode()).isEqualTo(410);
    }

    @Test
    void a_link_opens_only_what_it_was_made_for_only_here_and_only_as_it_was_written() {
        invite("bob");
        var link = link("bob");
        var other = desk();
        assertThat(new Visitor(port)
                        .get(path(link.replace("invitation", "reset")))
                        .statusCode())
                .isEqualTo(410);
        assertThat(new Visitor(port).get("/" + other.slug() + link).statusCode())
                .isEqualTo(410);
        assertThat(new Visitor(port)
                        .get(path("/invitation/" + swapped(link.substring(12))))
                        .statusCode())
                .isEqualTo(410);
        assertThat(new Visitor(port).get(path(link)).statusCode()).isEqualTo(200);
    }

    @Test
    void of_two_who_use_a_link_at_once_one_succeeds_and_later_nobody() {
        invite("bob");
        var link = link("bob");
        var tries = Stream.generate(() -> new Visitor(port)).limit(6).peek(it -> it.get(path(link))).toList().stream()
                .map(it -> CompletableFuture.supplyAsync(
                        () -> it.post(path(link), Map.of("password", GOOD)).statusCode()))
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join))
                .containsOnlyOnce(302)
                .containsOnly(302, 410);
        assertThat(new Visitor(port).get(path(link)).statusCode()).isEqualTo(410);
    }

    @Test
    void a_newer_link_ends_the_older_one_and_ended_access_ends_both() {
        invite("bob");
        var first = link("bob");
        var id = idOf("bob");
        admin.post(path("/agents/%d/link".formatted(id)), Map.of());
        await().until(() -> TestRelay.mailsTo(mailOf("bob")).size() == 2);
        var second = link("bob");
        assertThat(new Visitor(port).get(path(first)).statusCode()).isEqualTo(410);
        admin.post(path("/agents/%d/end".formatted(id)), Map.of());
        assertThat(new Visitor(port).get(path(second)).statusCode()).isEqualTo(410);
        admin.post(path("/agents/%d/restoration".formatted(id)), Map.of());
        assertThat(new Visitor(port).get(path(second)).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x@y@z.example", "<a@b.example>", "a b@c.example", "nobody", "a@b.example\nBcc: c@d.example"})
    void only_a_mail_address_is_invited(String email) {
        admin.get(path("/agents"));
        assertThat(admin.post(path("/agents"), Map.of("name", "x", "email", email, "role", "agent"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void without_a_mailbox_the_link_is_handed_over_by_hand() {
        desk.run(() -> mailboxes.are(List.of()));
        var page = invite("bob").body();
        var link = Pattern.compile("id=\"link\" href=\"([^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(new Visitor(port).get(link.group(1)).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> chooses(String name, String password) {
        invite(name);
        var link = link(name);
        var visitor = new Visitor(port);
        visitor.get(path(link));
        return visitor.post(path(link), Map.of("password", password));
    }

    void agents(String name) {
        desk.run(() -> agents.add(new NewAgent(name, mailOf(name), Role.ADMIN, Set.of(), null)));
    }

    static String swapped(String text) {
        return text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
