package threeline.desk.intake.email;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.inbox.Secret;
import threeline.testing.DeskTest;
import threeline.testing.Dovecot;
import threeline.testing.HandTurnedTime;
import threeline.testing.SmtpTalk;
import threeline.testing.TestRelay;

/**
 * A desk in a process of its own is killed at any moment, again and again, while mail is brought to it by SMTP, lies in a
 * Dovecot for it to fetch, and leaves it. A ledger says what was acknowledged: of that nothing is lost, and of all that
 * came nothing is there twice.
 */
@DeskTest
@EnabledIfSystemProperty(named = "threeline.long", matches = "true")
class MailKillTest extends AtTheDoor {

    private static final int KILLS = Integer.getInteger("threeline.kills", 10);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired
    Environment environment;

    @Autowired
    Inboxes inboxes;

    final Random random = new Random(42);
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final Set<String> lying = ConcurrentHashMap.newKeySet();
    final String here = "help@kill-" + slug + ".example";
    int port;
    Process process;
    long inbox;
    volatile boolean loading = true;

    @AfterEach
    void end_it() {
        process.destroyForcibly();
        tenant.run(() -> inboxes.remove(inbox));
        time.set(HandTurnedTime.MONDAY_AT_NINE);
    }

    @Test
    void what_was_acknowledged_is_there_and_nothing_is_there_twice() throws Exception {
        time.set(LONG_AGO); // the desk of the test itself has no part in this: to it nothing is due yet
        tenant = tenants.add("kill-" + slug, "Kill");
        var charter =
                Files.readString(Path.of("../charters/procurement.yaml")).replace("help@procurement.example", here);
        there(() -> charters.putInForce(charter, "test", "first"));
        var dovecot = Dovecot.running();
        port = freePort();
        process = start();
        var server = new Inbox.Server("127.0.0.1", dovecot.port(), Inbox.Tls.NONE, slug, new Inbox.SignIn.ByPassword());
        inbox = there(() ->
                inboxes.add(new Inbox.Place(here, server, "INBOX", "Kept", null), Secret.password(Dovecot.PASSWORD)));
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.submit(() -> bring("a"));
            clients.submit(() -> bring("b"));
            clients.submit(() -> lay(dovecot));
            for (var i = 0; i < KILLS; i++) {
                awaitUp();
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(4_000));
                process.destroyForcibly().waitFor();
                process = start();
            }
            awaitUp();
            loading = false;
        }
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(dovecot.count(slug, "")).isZero();
            assertThat(there(() -> states("received"))).isZero();
            assertThat(there(this::subjects)).containsAll(acknowledged).containsAll(lying);
        });
        check(dovecot);
    }

    private void check(Dovecot dovecot) {
        System.out.printf(
                "mail kill test: %d kills, %d acknowledged by SMTP, %d fetched, %d linked as repeated%n",
                KILLS, acknowledged.size(), lying.size(), there(() -> states("suppressed")));
        assertThat(there(this::subjects)).doesNotHaveDuplicates();
        assertThat(dovecot.count(slug, "Kept")).isEqualTo(lying.size());
        assertThat(there(() -> Stream.of("ticketed", "suppressed")
                        .mapToInt(this::states)
                        .sum()))
                .as("every letter is in one of its states")
                .isEqualTo(there(() -> transactions.execute(_ -> db.fetchCount(LETTER))));
        process.destroyForcibly();
        // what was acknowledged by the relay and not noted before the kill is sent again, as the very same mail
        assertThat(TestRelay.mails(it -> it.to().endsWith(slug + "-kill.example")).stream()
                        .collect(groupingBy(TestRelay.Mail::to, counting())))
                .hasSizeGreaterThanOrEqualTo(acknowledged.size() / 2);
        assertThat(TestRelay.mails(it -> it.to().endsWith(slug + "-kill.example")).stream()
                        .collect(groupingBy(
                                TestRelay.Mail::to, mapping(it -> header(it.text(), "Message-ID"), toSet()))))
                .allSatisfy((_, ids) -> assertThat(ids).hasSize(1));
    }

    /** As an MTA does: until it hears 250, it brings a mail again. */
    private Void bring(String who) throws InterruptedException {
        for (var i = 0; loading; i++) {
            var subject = "smtp-%s-%d".formatted(who, i);
            while (!given(subject)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            acknowledged.add(subject);
        }
        return null;
    }

    private boolean given(String subject) {
        try (var talk = new SmtpTalk(port)) {
            return talk.mail(from(subject), here, letter(subject)).startsWith("250");
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }

    private Void lay(Dovecot dovecot) throws InterruptedException {
        for (var i = 0; loading; i++) {
            var subject = "imap-" + i;
            lying.add(subject);
            dovecot.deliver(slug, letter(subject));
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return null;
    }

    private String letter(String subject) {
        return "Message-ID: <%s@%s.example>\n%s"
                .formatted(subject, slug, plain(from(subject), subject, "Please help.\n"));
    }

    private String from(String subject) {
        return "%s@%s-kill.example".formatted(subject, slug);
    }

    private Process start() throws IOException {
        var folder = Files.createDirectories(Path.of("target/node-" + port));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "threeline.desk.Desk"));
        for (var key : List.of("url", "owner.role", "owner.password", "app.role", "app.password")) {
            command.add(
                    "--threeline.database.%s=%s".formatted(key, environment.getProperty("threeline.database." + key)));
        }
        command.addAll(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--threeline.smtp.port=" + port,
                "--threeline.mail.identity.vouched=127.0.0.0/8",
                "--threeline.mail.inside=127.0.0.0/8",
                "--threeline.mail.relay.host=127.0.0.1",
                "--threeline.mail.relay.port=" + TestRelay.port(),
                "--threeline.folder=" + environment.getProperty("threeline.folder"),
                "--logging.level.root=warn"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void awaitUp() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> {
                    try (var talk = new SmtpTalk(port)) {
                        return true;
                    }
                });
    }

    private List<String> subjects() {
        return transactions.execute(
                _ -> db.select(TICKET_.SUBJECT).from(TICKET_).fetch(TICKET_.SUBJECT));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
