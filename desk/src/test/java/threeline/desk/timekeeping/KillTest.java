package threeline.desk.timekeeping;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.contract.Tables.CHARTER_VERSION;
import static threeline.desk.db.mail.Tables.OUTBOX;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.PromiseKeeper;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;
import threeline.testing.TestRelay;

/**
 * Two nodes on one database, one of which is killed every 20 to 30 seconds while tickets come in, just when a version of the
 * charter comes into force. Afterwards all that was acknowledged is there once, all that fell due has happened once, and the
 * ledger of mails adds up.
 */
@EnabledIfSystemProperty(named = "threeline.long", matches = "true")
class KillTest extends RunningDesk {

    private static final Duration LASTS = Duration.ofMinutes(Long.getLong("threeline.minutes", 3));
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Pattern REFERENCE = Pattern.compile("\"number\":(\\d+)");

    private static final String CHARTER = """
            desk: Kill
            prefix: KIL
            zone: Europe/London
            tiers:
              1: { takes: direct, cover: always, stay: { limit: 15s always, then: escalate }, escalate: { to: 2, when: { hard: It is hard } } }
              2: { takes: escalations, cover: always }
            groups:
              first:  { tier: 1 }
              second: { tier: 2 }
            severities:
              normal: { means: Anything, targets: { response: 10s always, resolution: %ds always } }
            """;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Timekeeper timekeeper;

    @Autowired
    Environment environment;

    final Random random = new Random(42);
    final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    final List<Node> nodes = new ArrayList<>();
    String token = "";
    volatile boolean loading = true;

    /** A process of its own, which can die. */
    final class Node {

        final int port = freePort();
        Process process = start();

        Process start() {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var command = new ArrayList<>(List.of(
                    java,
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "threeline.desk.Desk"));
            for (var key : List.of("url", "owner.role", "owner.password", "app.role", "app.password")) {
                command.add("--threeline.database.%s=%s"
                        .formatted(key, environment.getProperty("threeline.database." + key)));
            }
            command.addAll(List.of(
                    "--server.port=" + port,
                    "--management.server.port=0",
                    "--threeline.smtp.port=0",
                    "--threeline.mail.relay.host=127.0.0.1",
                    "--threeline.mail.relay.port=" + TestRelay.port(),
                    "--threeline.folder=target/node-" + port,
                    "--logging.level.root=warn"));
            try {
                return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(Files.createDirectories(Path.of("target/node-" + port))
                                        .resolve("log")
                                        .toFile()))
                        .start();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        boolean answers() {
            try {
                return call(port, "GET", "/charter", "").statusCode() == 200;
            } catch (IOException | InterruptedException down) {
                return false;
            }
        }

        void awaitUp() {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(250))
                    .until(this::answers);
        }

        void killAndRestart() throws InterruptedException {
            process.destroyForcibly().waitFor();
            process = start();
            awaitUp();
        }
    }

    final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void a_desk_with_two_nodes() {
        time.set(LONG_AGO); // the node of the test itself has no part in this: to it nothing is due yet
        tenant = tenants.add("kill", "Kill");
        token = there(() -> {
            charters.putInForce(CHARTER.formatted(20), "test", "first");
            var nadia = agents.add(new NewAgent("Nadia", "nadia@kill.example", Role.AGENT, Set.of("first"), null));
            return tokens.make(nadia.id(), "test", Set.of(Scope.READ, Scope.WRITE), null)
                    .text();
        });
        nodes.add(new Node());
        nodes.getFirst().awaitUp();
        nodes.add(new Node());
        nodes.getLast().awaitUp();
    }

    @AfterEach
    void end_them() {
        nodes.forEach(node -> node.process.destroyForcibly());
        time.set(HandTurnedTime.MONDAY_AT_NINE);
    }

    @Test
    void nothing_is_lost_and_nothing_happens_twice() throws Exception {
        var kills = loadAndKill();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .until(this::isQuiet);
        nodes.forEach(node -> node.process.destroyForcibly());
        time.set(LONG_AGO.plus(Duration.ofHours(1))); // looks anew at what rules
        assertThat(there(charters::versions)).hasSize(kills + 1);
        System.out.printf("kill test: %d tickets, %d kills%n", acknowledged.size(), kills);
        checkTickets();
        checkLedger(kills);
    }

    private int loadAndKill() throws Exception {
        var ends = System.nanoTime() + LASTS.toNanos();
        var kills = 0;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < 4; client++) {
                var name = client;
                clients.submit(() -> load(name));
            }
            while (System.nanoTime() < ends) {
                TimeUnit.SECONDS.sleep(18 + random.nextInt(11));
                planVersion(kills + 2);
                TimeUnit.MILLISECONDS.sleep(2000 + random.nextInt(400));
                nodes.get(random.nextInt(2)).killAndRestart();
                kills++;
            }
            loading = false;
        }
        return kills;
    }

    /** It comes in two seconds, and whoever puts it in force may die of it. */
    private void planVersion(int number) {
        var now = Instant.now();
        there(() -> transactions.execute(_ -> db.insertInto(CHARTER_VERSION)
                .set(CHARTER_VERSION.VERSION, number)
                .set(CHARTER_VERSION.TEXT, CHARTER.formatted(20 + number % 2 * 5))
                .set(CHARTER_VERSION.STATE, "coming")
                .set(CHARTER_VERSION.IN_FORCE_AT, now.plusSeconds(2))
                .set(CHARTER_VERSION.PUT_AT, now)
                .set(CHARTER_VERSION.PUT_BY, "test")
                .set(CHARTER_VERSION.WHY, "killed meanwhile")
                .execute()));
    }

    private Void load(int client) throws InterruptedException {
        for (var turn = 0; loading; turn++) {
            var key = "load-%d-%d".formatted(client, turn);
            var number = open(key);
            acknowledged.put(key, number);
            if (turn % 3 == 0) {
                post("/tickets/" + number + "/replies", key + "-reply", "{\"text\": \"We look.\"}");
            }
            TimeUnit.MILLISECONDS.sleep(150);
        }
        return null;
    }

    private long open(String key) throws InterruptedException {
        var answer = post("/tickets", key, """
                {"requester": {"email": "ann@kill-customer.example", "name": "Ann"}, "subject": "%s", "text": "Help."}""".formatted(key));
        var number = REFERENCE.matcher(answer);
        assertThat(number.find()).as(answer).isTrue();
        return Long.parseLong(number.group(1));
    }

    /** Asks whichever node answers, under one key, until one does. */
    private String post(String path, String key, String body) throws InterruptedException {
        for (var tries = 0; ; tries++) {
            try {
                var answer =
                        call(nodes.get((key.hashCode() + tries & 1)).port, "POST", path, body, "Idempotency-Key", key);
                if (answer.statusCode() / 100 == 2) {
                    return answer.body();
                }
            } catch (IOException down) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(tries).as("nobody answers").isLessThan(5000);
        }
    }

    private java.net.http.HttpResponse<String> call(
            int port, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/v1%s".formatted(port, path)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Nothing is due any more, and all mail is gone. */
    private boolean isQuiet() {
        return there(() -> transactions.execute(_ -> db.fetchCount(TICKET_, TICKET_.WAKE_AT.isNotNull()) == 0
                && db.fetchCount(OUTBOX, OUTBOX.STATE.eq("waiting")) == 0));
    }

    private void checkTickets() {
        var subjects = there(() -> transactions.execute(_ ->
                db.select(TICKET_.SUBJECT, TICKET_.NUMBER).from(TICKET_).fetchGroups(TICKET_.SUBJECT, TICKET_.NUMBER)));
        assertThat(subjects.values()).allSatisfy(numbers -> assertThat(numbers).hasSize(1));
        assertThat(subjects.keySet()).containsAll(acknowledged.keySet());
        acknowledged.forEach((key, number) -> assertThat(subjects.get(key)).containsExactly(number));
        subjects.values().forEach(numbers -> checkDue(new TicketNumber(numbers.getFirst())));
    }

    /** All that fell due stands on the timeline, each once, as the engine finds it from what people did. */
    private void checkDue(TicketNumber number) {
        var told = there(() -> timeline.of(number, 0, 1000));
        var acts = told.stream()
                .filter(it -> !(it.event() instanceof TicketEvent.ByItself))
                .toList();
        var judged = there(() -> timekeeper.judge(acts, told.getLast().at().plusSeconds(3600)));
        assertThat(byItself(told)).as(number.toString()).containsExactlyInAnyOrderElementsOf(judged.happened());
    }

    private static List<PromiseKeeper.Dated> byItself(List<Entry> told) {
        return told.stream()
                .filter(it -> it.event() instanceof TicketEvent.ByItself)
                .map(it -> new PromiseKeeper.Dated(it.at(), (TicketEvent.ByItself) it.event()))
                .toList();
    }

    /** Each mail that was to go has gone; one more of it at most for each kill, and that under the same id. */
    private void checkLedger(int kills) {
        var ids = there(() -> transactions.execute(_ ->
                db.select(OUTBOX.MESSAGE_ID, OUTBOX.STATE).from(OUTBOX).fetchGroups(OUTBOX.MESSAGE_ID, OUTBOX.STATE)));
        assertThat(ids.values()).allSatisfy(states -> assertThat(states).containsExactly("sent"));
        var arrived = TestRelay.mails(it -> it.to().contains("kill")).stream()
                .collect(groupingBy(KillTest::messageId, counting()));
        assertThat(arrived.keySet()).isEqualTo(ids.keySet());
        assertThat(arrived.values().stream().mapToLong(it -> it - 1).sum())
                .as("mails that came twice")
                .isLessThanOrEqualTo(50L * kills);
        assertThat(arrived.values()).allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(kills + 1L));
    }

    private static String messageId(TestRelay.Mail mail) {
        return mail.text()
                .lines()
                .filter(it -> it.toLowerCase(java.util.Locale.ROOT).startsWith("message-id:"))
                .map(it -> it.replaceFirst(".*?:\\s*", "").strip())
                .findFirst()
                .orElse("none");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }
}
