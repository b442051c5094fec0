package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.Mails;
import threeline.testing.TestRelay;

/** Invitations, forgotten passwords, sessions: what lets in, and all the ways of coming in that do not. */
@DeskTest
class AccountsTest {

    static final String GOOD = "seven grey herons";
    static final Pattern LINK =
            Pattern.compile("https://desks\\.example/[a-z0-9-]+(/(?:invitation|reset)/[A-Za-z0-9_-]+)");

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Agents agents;

    @Autowired
    Passwords passwords;

    @Autowired
    HandTurnedTime time;

    String unique;
    Tenant desk;
    Agent ada;
    Visitor admin;

    @BeforeEach
    void a_desk_with_an_administrator() {
        unique = UUID.randomUUID().toString().substring(0, 8);
        desk = desk("accounts-" + unique);
        ada = agent("ada", Role.ADMIN);
        admin = signedIn("ada");
    }

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
        var refused = bob.post(path(link), Map.of("password", password.replace("bob", name("bob"))));
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
        var other = desk("accounts-other-" + unique);
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
        admin.post(path("/accounts/%d/link".formatted(id)), Map.of());
        await().until(() -> TestRelay.mailsTo(mailOf("bob")).size() == 2);
        var second = link("bob");
        assertThat(new Visitor(port).get(path(first)).statusCode()).isEqualTo(410);
        admin.post(path("/accounts/%d/end".formatted(id)), Map.of());
        assertThat(new Visitor(port).get(path(second)).statusCode()).isEqualTo(410);
        admin.post(path("/accounts/%d/restoration".formatted(id)), Map.of());
        assertThat(new Visitor(port).get(path(second)).statusCode()).isEqualTo(410);
    }

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
        assertThat(visitor.signIn(desk.slug(), mailOf("ada"), SignInTest.PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        await().untilAsserted(() -> assertThat(
                        TestRelay.mailsTo(mailOf("ada")).stream().map(Mails::text))
                .anyMatch(it -> it.contains("has just been changed")));
    }

    @Test
    void changing_ones_password_needs_the_one_before_and_signs_out_elsewhere_only() {
        var elsewhere = signedIn("ada");
        admin.get(path("/account"));
        var wrong = admin.post(path("/account/password"), Map.of("current", "wrong horse", "password", GOOD));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var right = admin.post(path("/account/password"), Map.of("current", SignInTest.PASSWORD, "password", GOOD));
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
                Map.of("email", mailOf("ada"), "password", SignInTest.PASSWORD),
                "User-Agent",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        var page = admin.get(path("/account")).body();
        assertThat(page).contains("Firefox on Linux", "127.0.0.1");
        var ends = Pattern.compile("/account/sessions/(\\d+)/end").matcher(page);
        assertThat(ends.find()).isTrue();
        bob.get(path("/account"));
        bob.post(path("/account/sessions/%s/end".formatted(ends.group(1))), Map.of());
        assertThat(elsewhere.get(path("/account")).statusCode()).isEqualTo(200);
        admin.post(path("/account/sessions/%s/end".formatted(ends.group(1))), Map.of());
        assertThat(elsewhere.get(path("/account")).statusCode()).isEqualTo(302);
        assertThat(admin.get(path("/account")).statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_ends_live_streams_too() throws Exception {
        var elsewhere = signedIn("ada");
        var stream = CompletableFuture.supplyAsync(() -> elsewhere.get(path("/live"), "Accept", "text/event-stream"));
        admin.get(path("/account"));
        admin.post(path("/account/sessions/end"), Map.of());
        await().atMost(Duration.ofSeconds(30)).until(stream::isDone);
        assertThat(stream.get().body()).endsWith("event: bye\ndata:\n\n");
    }

    @Test
    void accounts_are_for_administrators_and_none_ends_their_own() {
        agent("mia", Role.MANAGER);
        var mia = signedIn("mia");
        assertThat(mia.get(path("/accounts")).statusCode()).isEqualTo(403);
        assertThat(mia.post(path("/accounts"), Map.of("name", "x", "email", "x@x.example", "role", "admin"))
                        .statusCode())
                .isEqualTo(403);
        admin.get(path("/accounts"));
        assertThat(admin.post(path("/accounts/%d/end".formatted(ada.id().value())), Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.get(path("/accounts")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x@y@z.example", "<a@b.example>", "a b@c.example", "nobody", "a@b.example\nBcc: c@d.example"})
    void only_a_mail_address_is_invited(String email) {
        admin.get(path("/accounts"));
        assertThat(admin.post(path("/accounts"), Map.of("name", "x", "email", email, "role", "agent"))
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

    static String timeless(HttpResponse<String> page) {
        return SignInTest.plain(page).replaceAll("data-now=\"\\d+\"", "");
    }

    HttpResponse<String> invite(String name) {
        admin.get(path("/accounts"));
        return admin.post(path("/accounts"), Map.of("name", "Some One", "email", mailOf(name), "role", "agent"));
    }

    HttpResponse<String> chooses(String name, String password) {
        invite(name);
        var link = link(name);
        var visitor = new Visitor(port);
        visitor.get(path(link));
        return visitor.post(path(link), Map.of("password", password));
    }

    HttpResponse<String> forgets(String name) {
        var visitor = new Visitor(port);
        visitor.get(path("/sign-in/forgotten"));
        var answer = visitor.post(path("/sign-in/forgotten"), Map.of("email", mailOf(name)));
        time.forward(Duration.ofSeconds(1));
        return answer;
    }

    /** The link in the latest mail to somebody, below the desk. */
    String link(String name) {
        await().until(() -> !TestRelay.mailsTo(mailOf(name)).isEmpty());
        var found = LINK.matcher(Mails.text(TestRelay.mailsTo(mailOf(name)).getLast()));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    long idOf(String name) {
        return desk.call(() -> agents.find(mailOf(name)).orElseThrow().id().value());
    }

    Visitor signedIn(String name) {
        var visitor = new Visitor(port);
        visitor.signIn(desk.slug(), mailOf(name), SignInTest.PASSWORD);
        return visitor;
    }

    Tenant desk(String slug) {
        var made = tenants.add(slug, "Accounts");
        made.run(() -> {
            charters.putInForce(SignInTest.CHARTER, "test", "first");
            mailboxes.are(List.of(new Mailbox(made.id(), slug + "@desks.example", "Desk", "email")));
        });
        return made;
    }

    Agent agent(String name, Role role) {
        var hash = passwords.hash(SignInTest.PASSWORD);
        return desk.call(() -> agents.add(new NewAgent(name, mailOf(name), role, Set.of(), hash)));
    }

    void agents(String name) {
        desk.run(() -> agents.add(new NewAgent(name, mailOf(name), Role.ADMIN, Set.of(), null)));
    }

    String name(String name) {
        return "%s-%s".formatted(name, unique);
    }

    String mailOf(String name) {
        return name(name) + "@desk.example";
    }

    String path(String below) {
        return "/" + desk.slug() + below;
    }

    String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    static String swapped(String text) {
        return text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
