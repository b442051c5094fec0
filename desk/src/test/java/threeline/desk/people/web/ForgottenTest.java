package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.people.Role;
import threeline.testing.Mails;
import threeline.testing.TestRelay;

/** A password forgotten and chosen anew, and what strangers get out of asking for one. */
class ForgottenTest extends DeskWithLinks {

    @Test
    void whoever_asks_for_a_new_password_is_told_the_same_whether_the_address_is_anybodys() {
        var known = forgets("ada");
        var unknown = forgets("nobody");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(timeless(known)).isEqualTo(timeless(unknown));
        link("ada");
        assertThat(TestRelay.mailsTo(mailOf("nobody"))).isEmpty();
    }

    @Test
    void nobody_fills_anothers_mailbox_with_links() {
        for (var ask = 1; ask <= 3; ask++) {
            forgets("ada");
            var wanted = ask;
            await().until(() -> TestRelay.mailsTo(mailOf("ada")).size() == wanted);
        }
        forgets("ada");
        agent("eve", Role.AGENT);
        forgets("eve"); // what was asked for before it was seen to then, or never is
        link("eve");
        assertThat(TestRelay.mailsTo(mailOf("ada"))).hasSize(3);
    }

    /** Monica CVE-2026-26747: the link in a reset mail began with what the request called its host. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost\r\nX-Forwarded-Host: evil.example",
                "Host: localhost\r\nForwarded: host=evil.example;proto=https",
                "Host: localhost\r\nX-Forwarded-Prefix: //evil.example",
                "Host: localhost\r\nX-Original-URL: http://evil.example/"
            })
    void cve_2026_26747_a_link_begins_with_the_configured_site_whatever_a_request_says(String headers)
            throws IOException {
        var visitor = new Visitor(port);
        visitor.get(path("/sign-in/forgotten"));
        var body = "_csrf=%s&email=%s".formatted(visitor.token, mailOf("ada").replace("@", "%40"));
        var cookie = visitor.cookies.entrySet().iterator().next();
        var request =
                "POST %s HTTP/1.1\r\n%s\r\nCookie: %s=%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(
                                path("/sign-in/forgotten"),
                                headers,
                                cookie.getKey(),
                                cookie.getValue(),
                                body.length(),
                                body);
        var answer = raw(request);
        if (answer.startsWith("HTTP/1.1 200")) {
            link("ada");
        }
        assertThat(answer).doesNotContain("evil.example");
        assertThat(TestRelay.mailsTo(mailOf("ada")))
                .noneMatch(it -> Mails.text(it).contains("evil"));
    }

    @Test
    void a_new_password_by_link_signs_out_everywhere_and_says_so_by_mail() {
        forgets("ada");
        var link = link("ada");
        var visitor = new Visitor(port);
        visitor.get(path(link));
        visitor.post(path(link), Map.of("password", GOOD));
        assertThat(admin.get(path("/account")).statusCode()).isEqualTo(302);
        assertThat(visitor.signIn(desk.slug(), mailOf("ada"), PASSWORD).statusCode())
                .isEqualTo(422);
        await().untilAsserted(() -> assertThat(
                        TestRelay.mailsTo(mailOf("ada")).stream().map(Mails::text))
                .anyMatch(it -> it.contains("has just been changed")));
    }

    static String timeless(HttpResponse<String> page) {
        return SignInTest.plain(page).replaceAll("data-now=\"\\d+\"", "");
    }

    String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
