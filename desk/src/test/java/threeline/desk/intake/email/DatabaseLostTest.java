package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threeline.testing.DeskProcess;
import threeline.testing.SmtpTalk;

/**
 * The database dies, or its disk is full, while mail comes in: whoever brings it is told to come back, and what was
 * acknowledged before is there afterwards, each mail as one ticket.
 */
class DatabaseLostTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SENDERS = 4;
    private static final int FULL_AT_MEGABYTES = 24;

    @TempDir
    static Path folder;

    final AtomicInteger number = new AtomicInteger();
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    final String salt = "m" + System.nanoTime();
    DeskProcess desk;

    /** Whoever else the database is run as must be let in. */
    @BeforeAll
    static void a_folder_that_others_may_enter() {
        assertThat(folder.toFile().setExecutable(true, false)).isTrue();
        assertThat(folder.toFile().setReadable(true, false)).isTrue();
    }

    @AfterEach
    void end_it() throws IOException, InterruptedException {
        desk.close();
        kill();
    }

    @Test
    void a_database_that_is_killed_while_mail_comes_in_loses_nothing_that_was_acknowledged() throws Exception {
        desk = DeskProcess.withOwnDatabase(folder.resolve("killed"), 0);
        desk.awaitUp();
        whileBringing(2_000, () -> {
            await().atMost(PATIENCE).until(() -> acknowledged.size() > 60);
            kill();
            await().atMost(PATIENCE).until(() -> answers.stream().anyMatch(it -> it.startsWith("451")));
        });

        assertThat(answers).allMatch(it -> it.startsWith("250") || it.startsWith("4") || it.isEmpty());
        desk.kill();
        desk.startAgain();
        allAcknowledgedAreTickets();
    }

    @Test
    void a_disk_that_is_full_turns_mail_away_for_a_while_and_loses_and_quarantines_none() throws Exception {
        desk = DeskProcess.withOwnDatabase(folder.resolve("full"), FULL_AT_MEGABYTES);
        desk.awaitUp();
        whileBringing(
                150_000,
                () -> await().atMost(PATIENCE)
                        .until(() -> answers.stream()
                                        .filter(it -> it.startsWith("451"))
                                        .count()
                                > 20));

        assertThat(answers).allMatch(it -> it.startsWith("250") || it.startsWith("451"));
        desk.close();
        kill();
        desk = DeskProcess.withOwnDatabase(folder.resolve("full"), 0);
        desk.awaitUp();
        allAcknowledgedAreTickets();
        assertThat(ask("select count(*) from intake.letter where state = 'quarantined'"))
                .containsExactly("0");
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    /** Several bring mail with files of that size until what happens has happened. */
    private void whileBringing(int bytes, Meanwhile it) throws Exception {
        var over = new AtomicBoolean();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < SENDERS; i++) {
                senders.execute(() -> {
                    while (!over.get()) {
                        bring(bytes);
                    }
                });
            }
            try {
                it.happens();
            } finally {
                over.set(true);
            }
        }
    }

    private void bring(int bytes) {
        var subject = "%s-%d".formatted(salt, number.incrementAndGet());
        try (var talk = new SmtpTalk(desk.port())) {
            var answer = talk.mail("ann@customer.example", "help@procurement.example", mail(subject, bytes));
            answers.add(answer);
            if (answer.startsWith("250")) {
                acknowledged.add(subject);
            }
        } catch (RuntimeException | AssertionError e) {
            answers.add("");
        }
    }

    private static String mail(String subject, int bytes) {
        var file = new byte[bytes];
        new Random(subject.hashCode()).nextBytes(file);
        return """
                From: ann@customer.example
                Subject: %s
                Message-ID: <%1$s@customer.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain

                Please help.
                --B
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename=file.bin
                Content-Transfer-Encoding: base64

                %s
                --B--
                """.formatted(subject, Base64.getMimeEncoder().encodeToString(file));
    }

    private void allAcknowledgedAreTickets() {
        assertThat(acknowledged).isNotEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask("select count(*) from intake.letter where state = 'received'"))
                        .containsExactly("0"));
        assertThat(ask("select subject from ticket.ticket"))
                .containsAll(acknowledged)
                .doesNotHaveDuplicates();
    }

    /** The only database that runs under the folder of the test. */
    private List<Path> clusters() throws IOException {
        try (var desks = Files.list(folder)) {
            return desks.map(it -> it.resolve("data/postmaster.pid"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    /** As a power cut would. */
    private void kill() throws IOException, InterruptedException {
        for (var it : clusters()) {
            var postmaster = ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(it).getFirst().strip()));
            if (postmaster.isPresent()) {
                var all = new ArrayList<>(postmaster.get().descendants().toList());
                all.addFirst(postmaster.get());
                all.forEach(ProcessHandle::destroyForcibly);
                await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
            }
        }
    }

    private List<String> ask(String question) {
        try {
            var running =
                    clusters().stream().filter(it -> isAlive(it)).findFirst().orElseThrow();
            var secrets = new Properties();
            try (var in = Files.newInputStream(running.getParent().resolveSibling("database.properties"))) {
                secrets.load(in);
            }
            var url = "jdbc:postgresql://127.0.0.1:%s/threeline"
                    .formatted(Files.readAllLines(running).get(3).strip());
            try (var owner = DriverManager.getConnection(url, "threeline_owner", secrets.getProperty("owner"));
                    var rows = owner.createStatement().executeQuery(question)) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAlive(Path pid) {
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
