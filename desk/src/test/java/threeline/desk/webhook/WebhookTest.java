package threeline.desk.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.contract.Charters;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requesters;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.web.ProblemException;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;

/** A program that is told: what reaches it, how often, and where nothing is ever sent. */
@DeskTest
class WebhookTest {

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Requesters requesters;

    @Autowired
    TicketDesk tickets;

    @Autowired
    Hooks hooks;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Courier courier;

    @Autowired
    HandTurnedTime time;

    record Heard(Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .map(it -> it.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    HttpServer program;
    final List<Heard> heard = new CopyOnWriteArrayList<>();
    volatile int answers = 200;
    volatile String location = "";
    Tenant desk;
    String secret = "";

    @BeforeEach
    void a_desk_and_a_program() throws IOException {
        program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/", this::answer);
        program.start();
        desk = tenants.add("hook-" + UUID.randomUUID().toString().substring(0, 8), "Hooks");
        secret = there(() -> {
            charters.putInForce("""
                    desk: Hooks
                    prefix: HOO
                    zone: Europe/London
                    severities:
                      normal: { means: Anything }
                    """, "test", "first");
            return hooks.add(at("/hook?key=value"));
        });
    }

    @AfterEach
    void over() {
        program.stop(0);
        desk.run(() -> hooks.all().forEach(it -> hooks.end(it.id())));
    }

    @Test
    void it_is_told_of_a_ticket_signed_and_in_none_of_its_words() {
        opened();
        await().until(() -> !heard.isEmpty());
        var told = heard.getFirst();
        assertThat(told.body()).contains("\"ticket\":\"HOO-1\"").doesNotContain("canal");
        var id = told.header("webhook-id");
        var at = Instant.ofEpochSecond(Long.parseLong(told.header("webhook-timestamp")));
        assertThat(told.header("webhook-signature"))
                .isEqualTo(Signature.of(secret, deliveries().getLast().message(), at, told.body()));
        assertThat(id).isEqualTo(Signature.id(deliveries().getLast().message()));
        await().until(() -> deliveries().stream().allMatch(it -> it.state().equals("delivered")));
    }

    @Test
    void a_signature_is_that_of_standard_webhooks() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        UUID.fromString("00000000-0000-0000-0000-000000000001"),
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,"
                        + HmacByHand.of(
                                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                "msg_00000000000000000000000000000001.1614265330.{\"test\": 2432232314}"));
    }

    @Test
    void what_fails_is_told_again_later_under_the_same_id() {
        answers = 503;
        opened();
        await().until(() -> !heard.isEmpty());
        await().until(() -> deliveries().getLast().answer() != null);
        var count = heard.size();
        answers = 200;
        time.forward(Duration.ofSeconds(6));
        await().until(() -> heard.size() >= 2 * count);
        assertThat(heard.stream().map(it -> it.header("webhook-id")).distinct()).hasSize(count);
        await().until(() -> deliveries().stream().allMatch(it -> it.state().equals("delivered")));
        assertThat(deliveries()).allMatch(it -> it.tries() == 2);
    }

    @Test
    void a_program_that_is_gone_is_told_nothing_more() {
        answers = 410;
        opened();
        await().until(() -> there(hooks::all).getFirst().endedAt() != null);
        assertThat(deliveries()).allMatch(it -> it.state().equals("given up"));
    }

    @Test
    void what_was_told_is_told_again_when_asked() {
        opened();
        await().until(() -> deliveries().stream().allMatch(it -> it.state().equals("delivered")));
        var one = deliveries().getFirst();
        var before = heard.size();
        desk.run(() -> deliveries.again(one.id()));
        await().until(() -> heard.size() > before);
        assertThat(heard.getLast().header("webhook-id")).isEqualTo(Signature.id(one.message()));
    }

    @Test
    void a_redirect_leads_nowhere() {
        answers = 302;
        location = at("/elsewhere");
        opened();
        await().until(() -> !deliveries().isEmpty() && deliveries().getLast().answer() != null);
        assertThat(deliveries().getLast().answer()).isEqualTo("answered 302");
        assertThat(heard).allMatch(it -> !it.header("path").contains("elsewhere"));
    }

    @Test
    void another_desk_hears_nothing() {
        var other = tenants.add("hook-" + UUID.randomUUID().toString().substring(0, 8), "Other");
        other.run(() -> {
            charters.putInForce(
                    "desk: O\nprefix: OTH\nzone: UTC\nseverities:\n  normal: { means: Any }\n", "test", "first");
            var who = requesters.add(new NewRequester("Eve", "eve@other.example", null, null, false));
            tickets.open(NewTicket.of(who.id(), "email", "Foreign", "Foreign"));
        });
        opened();
        await().until(() -> !heard.isEmpty());
        assertThat(heard).noneMatch(it -> it.body().contains("OTH"));
    }

    /** Server-side request forgery: GLPI, Zammad and many more; every spelling of an inside address we know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://2852039166/",
                "http://0xA9FEA9FE/",
                "http://0251.0376.0251.0376/",
                "http://169.254.43518/",
                "http://[::ffff:169.254.169.254]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[::1]/",
                "http://[::]/",
                "http://0.0.0.0/",
                "http://10.0.0.1/",
                "http://172.16.0.1/",
                "http://192.168.0.1/",
                "http://100.64.0.1/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/"
            })
    void nothing_is_sent_inside(String url) {
        assertThatThrownBy(() -> courier.post(Destination.parse(url), Map.of(), "{}"))
                .satisfiesAnyOf(
                        it -> assertThat(it).isInstanceOf(IOException.class).hasMessageContaining("inside"),
                        it -> assertThat(it).isInstanceOf(java.net.UnknownHostException.class),
                        it -> assertThat(it).isInstanceOf(ProblemException.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://example.org/",
                "ftp://example.org/",
                "jar:http://example.org!/",
                "//example.org/",
                "https://user:word@example.org/",
                "https://example.org@10.0.0.1/",
                "https://example.org:25/",
                "https://example.org/#part",
                "https://exa mple.org/",
                "https://example.org/\r\nX: y",
                "https:///path",
                ""
            })
    void only_an_address_of_the_web_is_taken(String url) {
        assertThatThrownBy(() -> Destination.parse(url)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({"/hook, /hook", "'', /", "/a?b=c&d=%20, /a?b=c&d=%20"})
    void what_is_asked_for_is_as_it_was_written(String path, String target) {
        assertThat(Destination.parse("https://example.org" + path).target()).isEqualTo(target);
    }

    void answer(HttpExchange exchange) throws IOException {
        var headers = new java.util.HashMap<String, List<String>>(exchange.getRequestHeaders());
        headers.put("path", List.of(exchange.getRequestURI().toString()));
        heard.add(new Heard(headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
        }
        exchange.sendResponseHeaders(answers, -1);
        exchange.close();
    }

    List<Delivery> deliveries() {
        return there(() -> deliveries.latest(50));
    }

    void opened() {
        desk.run(() -> {
            var who = requesters.add(new NewRequester("Ann", "ann@acme.example", null, null, false));
            tickets.open(NewTicket.of(who.id(), "email", "The canal is frozen", "About a canal."));
        });
    }

    String at(String path) {
        return "http://127.0.0.1:%d%s".formatted(program.getAddress().getPort(), path);
    }

    <T> T there(Supplier<T> work) {
        return desk.call(work);
    }
}
