package threeline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import threeline.desk.people.Agents;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;

/** An empty house is taken by whoever reads its log, and by nobody else; no account is there before. */
@DeskTest
@DirtiesContext
@TestPropertySource(properties = "threeline.house=empty") // a house of its own, with no desk in it
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    static final Pattern CODE = Pattern.compile("with this code: ([a-z0-9-]{24})");

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Agents agents;

    @Test
    void only_who_knows_the_code_makes_the_first_desk_and_only_once(CapturedOutput log) throws Exception {
        assertThat(page().statusCode()).isEqualTo(200);
        var found = CODE.matcher(log.getAll());
        assertThat(found.find()).isTrue();
        var code = found.group(1);

        assertThat(make("", "seven grey herons").statusCode()).isEqualTo(422);
        assertThat(make(code.toUpperCase(java.util.Locale.ROOT), "seven grey herons")
                        .statusCode())
                .isEqualTo(422);
        assertThat(make(code, "password1").body()).contains("tried first");
        assertThat(make("aaaa-aaaa-aaaa-aaaa-aaaa", "password1").body()).doesNotContain("tried first");
        assertThat(tenants.all()).isEmpty();

        var made = make(code, "seven grey herons");
        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(made.headers().firstValue("Location")).hasValue("/first/sign-in?chosen");
        assertThat(make(code, "seven grey herons").statusCode()).isEqualTo(404);
        assertThat(page().statusCode()).isEqualTo(404);
        assertThat(tenants.all()).hasSize(1);
        var first = tenants.find("first").orElseThrow();
        assertThat(first.call(() -> agents.all().size())).isEqualTo(1);
    }

    HttpResponse<String> page() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at()).GET());
    }

    HttpResponse<String> make(String code, String password) throws IOException, InterruptedException {
        var form = new TreeMap<>(Map.of(
                "code", code,
                "slug", "first",
                "charter", """
                        desk: First
                        prefix: FIR
                        zone: Europe/London
                        severities:
                          normal: { means: Anything }
                        """,
                "name", "Ada Ash",
                "email", "ada@desk.example",
                "password", password));
        var body = form.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(at())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    URI at() {
        return URI.create("http://localhost:%d/first-start".formatted(port));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
