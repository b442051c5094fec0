package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.content.Content;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.TicketNumber;

/** Files that came with tickets: who has them, by what, for how long, and that no browser ever runs one. */
class FilesTest extends DeskWithRequests {

    static final byte[] LARGE = new byte[3 * Content.PIECE + 17];

    Agent ada;
    TicketNumber ticket;
    Visitor visitor;

    @BeforeEach
    void a_ticket_with_files() {
        ada = hires("ada", Role.AGENT, null);
        new Random(7).nextBytes(LARGE);
        ticket = asked(
                ann,
                new NewAttachment("page.html", "text/html", Content.of("<script>alert(1)</script>".getBytes(UTF_8))),
                new NewAttachment("large.bin", "application/octet-stream", Content.of(LARGE)));
        visitor = signedIn("ada");
    }

    /** FreeScout GHSA-fffc-phh8-5h4v, OTRS CVE-2005-3895, RT CVE-2022-25802: a file that the desk's own origin shows. */
    @Test
    void a_file_is_had_without_cookies_and_only_ever_kept() {
        var path = pass(visitor, 0);
        assertThat(path).startsWith("/files/").doesNotContain("page.html");
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsAllEntriesOf(Map.of(
                        "Content-Disposition",
                        List.of("attachment; filename=\"page.html\"; filename*=UTF-8''page.html"),
                        "Content-Type",
                        List.of("application/octet-stream"),
                        "Content-Security-Policy",
                        List.of("sandbox; default-src 'none'"),
                        "X-Content-Type-Options",
                        List.of("nosniff"),
                        "Cache-Control",
                        List.of("no-store")));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(visitor.get("/" + tenant.slug() + path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_of_many_pieces_comes_whole() throws Exception {
        var answer = Visitor.HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + pass(visitor, 1)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo(LARGE);
    }

    /** FreeScout CVE-2026-40496: a pass that follows from what everybody knows. */
    @Test
    void cve_2026_40496_a_pass_opens_one_file_for_one_session_for_a_minute() {
        var path = pass(visitor, 0);
        for (var at : List.of(1, 20, 40, 60)) {
            var last = path.length() - at;
            var changed = path.charAt(last) == 'A' ? 'B' : 'A';
            assertThat(get(path.substring(0, last) + changed + path.substring(last + 1))
                            .statusCode())
                    .isEqualTo(404);
        }
        var foreign = tenants.add("other-" + unique, "Other");
        assertThat(get(path.replace("/" + tenant.slug() + "/", "/" + foreign.slug() + "/"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Stream.generate(() -> pass(visitor, 0)).limit(50).distinct()).hasSize(50);
        time.forward(Duration.ofSeconds(61));
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whose_access_ended_has_nothing_by_a_pass_that_is_still_good() {
        var path = pass(visitor, 0);
        tenant.run(() -> agents.disable(ada.id()));
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void who_signed_out_has_nothing_by_a_pass_that_is_still_good() {
        var path = pass(visitor, 0);
        assertThat(get(path).statusCode()).isEqualTo(200);
        visitor.get(path("/queue/all"));
        visitor.post(path("/sign-out"), Map.of());
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void an_outside_agent_has_the_files_of_their_own_organizations_tickets_alone() {
        hires("oz", Role.AGENT, "Another");
        assertThat(signedIn("oz").get(file(0)).statusCode()).isEqualTo(404);
        hires("olive", Role.AGENT, "Acme");
        assertThat(get(pass(signedIn("olive"), 0)).statusCode()).isEqualTo(200);
    }

    /** Who asked has their files by the same way, and nobody else who asks. */
    @Test
    void who_asks_has_the_files_of_their_own_requests_alone() {
        var ann = asking("ann");
        var own = "/%s/portal/requests/%s/entries/1/files/0".formatted(tenant.slug(), ticket);
        var path = location(ann.get(own));
        assertThat(get(path).body()).isEqualTo("<script>alert(1)</script>");
        assertThat(ann.get(file(0)).statusCode()).isNotEqualTo(302);
        knows("bob", "Bob Barge");
        assertThat(asking("bob").get(own).statusCode()).isEqualTo(404);
    }

    String pass(Visitor by, int place) {
        return location(by.get(file(place)));
    }

    String file(int place) {
        return "/%s/tickets/%s/entries/1/files/%d".formatted(tenant.slug(), ticket, place);
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> get(String path) {
        return new Visitor(port).get(path);
    }
}
