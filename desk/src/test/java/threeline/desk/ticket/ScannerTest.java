package threeline.desk.ticket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.content.Content;
import threeline.testing.Clamd;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;

/** The virus scanner: how it is talked to, and that no file goes by it when it is there, or should be. */
class ScannerTest extends RunningDesk {

    static final byte[] BAD = "this one is bad".getBytes(US_ASCII);
    static final byte[] GOOD = new byte[200_000];

    @Autowired
    FileStore store;

    @Autowired
    FilePieces pieces;

    Clamd clamd;
    Scanner scanner;
    Inspections inspections;
    Contents contents;

    @BeforeEach
    void a_scanner_that_finds_one_thing_bad() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        tenant = tenants.add("scan-" + UUID.randomUUID().toString().substring(0, 8), "Scan");
        tenant.run(() -> charters.putInForce(
                "desk: Scan\nprefix: SCN\nzone: UTC\nseverities:\n  normal: { means: Anything }\n", "test", "first"));
        clamd = new Clamd(BAD);
        scanner = new Scanner("127.0.0.1:" + clamd.port());
        inspections = new Inspections(db, time, scanner);
        contents = new Contents(db, pieces, store, inspections);
    }

    @AfterEach
    void ends() throws IOException {
        clamd.close();
        scanner.destroy();
    }

    @Test
    void a_file_goes_there_whole_and_its_verdict_comes_back() throws IOException {
        assertThat(scanner.finds(Content.of(GOOD))).isEmpty();
        assertThat(scanner.finds(Content.of(BAD))).contains("Test.Bad");
        assertThat(scanner.finds(Content.of(new byte[0]))).isEmpty();
        assertThat(clamd.seen.getFirst()).isEqualTo(GOOD);
    }

    @Test
    void a_file_is_held_until_it_was_looked_at() {
        var sha = keep(GOOD);
        assertThat(state(sha)).isInstanceOf(Inspection.Held.class);
        look(sha);
        assertThat(state(sha)).isInstanceOf(Inspection.Free.class);
        var bad = keep(BAD);
        look(bad);
        assertThat(state(bad)).isEqualTo(new Inspection.Refused("Test.Bad"));
    }

    @Test
    void while_the_scanner_is_down_nothing_goes_by_it_and_it_says_why() throws IOException {
        clamd.close();
        var sha = keep(GOOD);
        look(sha);
        assertThat(state(sha))
                .isInstanceOfSatisfying(
                        Inspection.Held.class, it -> assertThat(it.why()).isNotBlank());
        assertThat(there(() -> inspections.due())).isEmpty();
        time.forward(Duration.ofSeconds(30));
        assertThat(there(() -> inspections.due())).hasSize(1);
    }

    @Test
    void an_answer_that_is_no_verdict_frees_nothing() {
        for (var answer : List.of("", "INSTREAM size limit exceeded. ERROR", "stream: OKAY", "OK FOUND IT", "PONG")) {
            clamd.answering = _ -> answer;
            assertThatThrownBy(() -> scanner.finds(Content.of(GOOD))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_file_from_before_there_was_a_scanner_is_looked_at_before_it_is_given_out() {
        var sha = comesWithATicket(GOOD);
        assertThat(state(sha)).isInstanceOf(Inspection.Held.class);
        look(sha);
        assertThat(state(sha)).isInstanceOf(Inspection.Free.class);
    }

    @Test
    void what_an_agent_attaches_is_looked_at_before_it_is_taken() throws IOException {
        var door = new FileDoor(scanner, transacted());
        var good = new NewMessage(null, "Words", List.of(new NewAttachment("a.txt", "text/plain", Content.of(GOOD))));
        assertThat(tenant.call(() -> door.admit(good))).isSameAs(good);
        assertThat(state(keep(GOOD))).isInstanceOf(Inspection.Free.class);
        var bad = new NewMessage(null, "Words", List.of(new NewAttachment("b.txt", "text/plain", Content.of(BAD))));
        assertThatThrownBy(() -> tenant.call(() -> door.admit(bad))).hasMessageContaining("found Test.Bad in b.txt");
        clamd.close();
        assertThatThrownBy(() -> tenant.call(() -> door.admit(good))).hasMessageContaining("can't look at a.txt");
    }

    /** A mail as it came has all its files in it. */
    @Test
    void what_is_kept_as_it_came_is_looked_at_before_it_is_given_out() throws IOException {
        var door = new FileDoor(scanner, transacted());
        door.requireFree(Content.of(GOOD));
        assertThatThrownBy(() -> door.requireFree(Content.of(BAD))).hasMessageContaining("found Test.Bad");
        clamd.close();
        assertThatThrownBy(() -> door.requireFree(Content.of(GOOD))).hasMessageContaining("can't look at it now");
    }

    /** Debian's, where it is installed; with a signature of our own, so that none has to be fetched. */
    @Test
    void a_real_clamd_understands_us(@TempDir Path folder) throws Exception {
        var program = Path.of("/usr/sbin/clamd");
        assumeThat(program).exists();
        Files.writeString(
                folder.resolve("own.ndb"), "Own.Bad:0:*:" + HexFormat.of().formatHex(BAD) + "\n");
        var socket = folder.resolve("clamd.ctl");
        Files.writeString(
                folder.resolve("clamd.conf"),
                "Foreground yes\nLocalSocket %s\nDatabaseDirectory %s\nTemporaryDirectory %s\nUser %s\n"
                        .formatted(socket, folder, folder, System.getProperty("user.name")));
        var real = new ProcessBuilder(
                        program.toString(), "-c", folder.resolve("clamd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var asking = new Scanner(socket.toString());
        try {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(socket) || !real.isAlive());
            assertThat(real.isAlive())
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
            assertThat(asking.finds(Content.of(GOOD))).isEmpty();
            assertThat(asking.finds(Content.of(BAD)))
                    .hasValueSatisfying(it -> assertThat(it).contains("Own.Bad"));
        } finally {
            asking.destroy();
            real.destroy();
            real.waitFor();
        }
    }

    byte[] keep(byte[] bytes) {
        var sha = comesWithATicket(bytes);
        return there(() -> {
            contents.keep(sha, Content.of(bytes));
            return sha;
        });
    }

    /** At a desk that has no scanner, as the running one. */
    byte[] comesWithATicket(byte[] bytes) {
        tenant.run(() -> {
            var ann = requesters.recognise("ann@acme.example", "Ann Archer");
            var file = new NewAttachment("a.bin", "application/octet-stream", Content.of(bytes));
            desk.open(NewTicket.of(ann.id(), "email", null, new NewMessage("Look", "At this.", List.of(file))));
        });
        return DigestUtils.sha256(bytes);
    }

    /** What the round does, for one. */
    void look(byte[] sha) {
        there(() -> {
            try {
                inspections.done(sha, scanner.finds(contents.get(sha)));
            } catch (IOException failed) {
                inspections.failed(sha, String.valueOf(failed.getMessage()));
            }
            return sha;
        });
    }

    Inspection state(byte[] sha) {
        return there(() -> inspections.of(sha));
    }

    <T> T there(java.util.function.Supplier<T> work) {
        return tenant.call(() -> transactions.execute(_ -> work.get()));
    }

    Inspections transacted() {
        return new Inspections(db, time, scanner) {
            @Override
            void cleared(byte[] sha256) {
                transactions.executeWithoutResult(_ -> super.cleared(sha256));
            }
        };
    }
}
