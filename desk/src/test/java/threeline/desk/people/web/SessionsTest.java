package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;

/** Where one is signed in, and how that ends. */
class SessionsTest extends DeskWithLinks {

    @Test
    void changing_ones_password_needs_the_one_before_and_signs_out_elsewhere_only() {
        var elsewhere = signedIn("ada");
        admin.get(path("/account"));
        var wrong = admin.post(path("/account/password"), Map.of("current", "wrong horse", "password", GOOD));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var right = admin.post(path("/account/password"), Map.of("current", PASSWORD, "password", GOOD));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(admin.get(path("/account")).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(path("/account")).statusCode()).isEqualTo(302);
    }

    @Test
    void one_sees_where_one_is_signed_in_and_ends_it_there_but_nobody_elses() {
        agent("bob", Role.AGENT);
        var bob = signedIn("bob");
        var elsewhere = new Visitor(port);
        elsewhere.get(path("/sign-in"));
        elsewhere.post(
                path("/sign-in"),
                Map.of("email", mailOf("ada"), "password", PASSWORD),
                "User-Agent",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        var page = admin.get(path("/account")).body();
        assertThat(page).contains("Firefox on Linux", "127.0.0.1");
        var ends = Pattern.compile("/account/sessions/(\\d+)/end").matcher(page);
        assertThat(ends.find()).isTrue();
        bob.get(path("/account"));
        bob.post(path("/account/sessions/%s/end".formatted(ends.group(1))), Map.of("current", PASSWORD));
        assertThat(admin.post(path("/account/sessions/%s/end".formatted(ends.group(1))), Map.of("current", "guessed"))
                        .body())
                .contains("not your password");
        assertThat(elsewhere.get(path("/account")).statusCode()).isEqualTo(200);
        admin.get(path("/account"));
        admin.post(path("/account/sessions/%s/end".formatted(ends.group(1))), Map.of("current", PASSWORD));
        assertThat(elsewhere.get(path("/account")).statusCode()).isEqualTo(302);
        assertThat(admin.get(path("/account")).statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_ends_live_streams_too() throws Exception {
        var elsewhere = signedIn("ada");
        var stream = CompletableFuture.supplyAsync(() -> elsewhere.get(path("/live"), "Accept", "text/event-stream"));
        admin.get(path("/account"));
        assertThat(admin.post(path("/account/sessions/end"), Map.of()).statusCode())
                .as("without the password")
                .isEqualTo(409);
        admin.get(path("/account"));
        admin.post(path("/account/sessions/end"), Map.of("current", PASSWORD));
        await().atMost(Duration.ofSeconds(30)).until(stream::isDone);
        assertThat(stream.get().body()).endsWith("event: bye\ndata:\n\n");
    }

    @Test
    void accounts_are_for_administrators_and_none_ends_their_own() {
        agent("mia", Role.MANAGER);
        var mia = signedIn("mia");
        assertThat(mia.get(path("/agents")).body()).doesNotContain("Way in", "Invite somebody");
        assertThat(mia.get(path("/accounts")).statusCode()).isEqualTo(403);
        assertThat(admin.get(path("/accounts")).headers().firstValue("Location"))
                .hasValue(path("/agents"));
        assertThat(mia.post(path("/agents"), Map.of("name", "x", "email", "x@x.example", "role", "admin"))
                        .statusCode())
                .isEqualTo(403);
        admin.get(path("/agents"));
        assertThat(admin.post(path("/agents/%d/end".formatted(ada.id().value())), Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.get(path("/agents")).statusCode()).isEqualTo(200);
    }
}
