package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;

/** What every answer says to browsers, and which paths lead nowhere. */
@DeskTest
class DoorTest {

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    Visitor visitor;

    @BeforeEach
    void a_desk() {
        tenants.find("door").orElseGet(() -> tenants.add("door", "Door"));
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/door/sign-in", "/door/tokens", "/nowhere/queue", "/assets/none.js", "/api/v1/none", "/door/;"})
    void every_answer_carries_the_headers(String path) {
        var headers = visitor.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void an_unknown_desk_is_not_there() {
        assertThat(visitor.get("/nowhere/sign-in").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/Door/sign-in").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/tokens").statusCode()).isEqualTo(404);
    }

    @Test
    void a_desk_without_its_slash_leads_to_it() {
        assertThat(visitor.get("/door").headers().firstValue("Location")).hasValue("/door/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/door//tokens",
                "//door/tokens",
                "/door/./tokens",
                "/door/../door/tokens",
                "/door/;x/tokens",
                "/door;x=y/tokens",
                "/door/tokens;jsessionid=1",
                "/door%2ftokens",
                "/door%2Ftokens",
                "/door/%2e/tokens",
                "/door/%2e%2e/door/tokens",
                "/door/sign-in/..%2ftokens",
                "/door/sign-in%2f..%2ftokens",
                "/door/%5ctokens",
                "/door/tokens%00",
                "/door/tokens%0a",
                "/door/sign-in/%252e%252e/tokens",
                "/door/%3btokens",
                "/./door/tokens",
                "/assets/../door/tokens",
                "/assets/%2e%2e/door/tokens",
                "/assets/..;/door/tokens",
                "/door/tokens/%7f"
            })
    void tricks_with_the_path_are_refused(String path) {
        assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/door/tokens/", "/door/TOKENS", "/door/tokens.json", "/door/%74okens", "/door/unknown"})
    void every_other_spelling_needs_signing_in_too(String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/door/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/door/api/v1/tickets", "/door/assets/x.js", "/door/dev/time", "/door/actuator/health"})
    void what_all_desks_share_is_not_below_one(String path) {
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_management_pages_are_on_their_own_port() {
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "desks.example, 302",
        "DESKS.example:8443, 302",
        "localhost, 302",
        "evil.example, 421",
        "desks.example.evil.example, 421",
        "desks.example@evil.example, 400"
    })
    void who_is_called_by_a_name_that_is_none_of_its_does_not_answer(String host, int status) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request = "GET /door/tokens HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("evil.example");
        }
    }
}
