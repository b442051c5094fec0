package threeline.desk.intake.email;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;
import static threeline.desk.db.mail.Tables.OUTBOX;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.inbox.Secret;
import threeline.testing.DeskProcess;
import threeline.testing.DeskTest;
import threeline.testing.Dovecot;
import threeline.testing.FaultProxy;
import threeline.testing.HandTurnedTime;
import threeline.testing.SmtpTalk;
import threeline.testing.TestRelay;

/**
 * A desk in a process of its own is killed at each point at which it could lose or double mail (K1 to K18): while mail is
 * brought by SMTP, fetched from a Dovecot, and leaves it. Wires that stand still and tables that are locked keep it there
 * until it is dead. A ledger says what was acknowledged: of that nothing is lost, and of all that came nothing is there
 * twice.
 */
@DeskTest
class KillPointsTest extends AtTheDoor {

    private static final int ROUNDS =
            Integer.getInteger("threeline.kills", Boolean.getBoolean("threeline.long") ? 50 : 1);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    Environment environment;

    @Autowired
    Inboxes inboxes;

    /** Each mail that was brought, and whether the desk said that it has it. */
    final Map<String, Boolean> ledger = new HashMap<>();

    final List<String> lying = new ArrayList<>();
    Dovecot dovecot;
    FaultProxy imap;
    FaultProxy relay;
    DeskProcess process;
    long inbox;

    @BeforeEach
    void a_desk_that_may_be_killed() {
        dovecot = Dovecot.running();
        time.set(LONG_AGO); // the desk of the test itself has no part in this: to it nothing is due yet
        imap = new FaultProxy(dovecot.port());
        relay = new FaultProxy(TestRelay.port());
        process = DeskProcess.started(
                environment,
                256,
                "--threeline.mail.relay.port=" + relay.port(),
                "--threeline.mail.relay.connections=1");
        process.awaitUp();
        var server = new Inbox.Server("127.0.0.1", imap.port(), Inbox.Tls.NONE, slug, new Inbox.SignIn.ByPassword());
        inbox = there(() -> inboxes.add(
                new Inbox.Place(address, server, "INBOX", "Kept", null), Secret.password(Dovecot.PASSWORD)));
    }

    @AfterEach
    void end_it() {
        process.close();
        tenant.run(() -> inboxes.remove(inbox));
        imap.close();
        relay.close();
        time.set(HandTurnedTime.MONDAY_AT_NINE);
    }

    @Test
    void killed_at_each_point_it_loses_nothing_and_doubles_nothing() {
        for (var round = 0; round < ROUNDS; round++) {
            afterMailAndWhileAMessageComes(); // K1, K9
            afterRecipientAndBeforeTheRelayGreets(); // K2, K14, K15
            amidTheTextAndBeforeMoving(); // K3, K11
            beforeTheLetterIsCommitted(); // K4, K10
            afterTheCommitBeforeItIsSaid(); // K5
            afterItIsSaidAndMovedButNotHeard(); // K6, K12
            whileItIsSettled("ticket.entry"); // K7
            whileItIsSettled("notification.notice"); // K8
            betweenTwoMessages(); // K13
            betweenTheDotAndItsAnswer(); // K16
            betweenTheAnswerAndTheMark(); // K17
            afterTheMark(); // K18
        }
        checkAll();
    }

    /** The same at any moment at all. */
    @Test
    @EnabledIfSystemProperty(named = "threeline.long", matches = "true")
    void killed_at_any_moment_it_loses_nothing_and_doubles_nothing() throws InterruptedException {
        var random = new Random(42);
        for (var round = 0; round < 4 * ROUNDS; round++) {
            var first = ledger.size();
            for (var i = 0; i < 20; i++) {
                lay();
            }
            var killer = Thread.ofVirtual().start(() -> killIn(random.nextInt(3_000)));
            for (var i = 0; i < 20; i++) {
                bring("any-%d".formatted(first + i));
            }
            killer.join();
            process.startAgain();
        }
        checkAll();
    }

    private void killIn(int millis) {
        await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
        process.kill();
    }

    private void afterMailAndWhileAMessageComes() {
        imap.stopBefore(true, "BODY[]", 1);
        lay();
        await().atMost(PATIENCE).until(imap::isStopped);
        try (var talk = new SmtpTalk(process.port())) {
            talk.say("MAIL FROM:<%s>".formatted(ann));
            die();
        }
    }

    private void afterRecipientAndBeforeTheRelayGreets() {
        relay.stopBefore(true, "220", 1);
        bring();
        await().atMost(PATIENCE).until(() -> relay.isStopped() || claimed() > 0);
        try (var talk = new SmtpTalk(process.port())) {
            talk.say("MAIL FROM:<%s>".formatted(ann));
            talk.say("RCPT TO:<%s>".formatted(address));
            die();
        }
    }

    private void amidTheTextAndBeforeMoving() {
        imap.stopBefore(false, "MOVE", 1);
        lay();
        await().atMost(PATIENCE).until(imap::isStopped);
        try (var talk = new SmtpTalk(process.port())) {
            talk.say("MAIL FROM:<%s>".formatted(ann));
            talk.say("RCPT TO:<%s>".formatted(address));
            talk.say("DATA");
            talk.sayNothingBack(
                    "From: %s\r\nSubject: half\r\n\r\nhal".formatted(ann).getBytes(StandardCharsets.US_ASCII));
            die();
        }
    }

    private void beforeTheLetterIsCommitted() {
        lay();
        killedWhileLocked("intake.letter", () -> given("locked-" + ledger.size()));
    }

    private void afterTheCommitBeforeItIsSaid() {
        var subject = "unsaid-" + ledger.size();
        ledger.put(subject, false);
        try (var talk = new SmtpTalk(process.port())) {
            talk.say("MAIL FROM:<%s>".formatted(from(subject)));
            talk.say("RCPT TO:<%s>".formatted(address));
            talk.say("DATA");
            var before = letters();
            talk.sayNothingBack((letter(subject).replace("\n", "\r\n") + "\r\n.\r\n").getBytes(StandardCharsets.UTF_8));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> letters() > before);
            die();
        }
    }

    private void afterItIsSaidAndMovedButNotHeard() {
        imap.stopBefore(true, "COPYUID", 1);
        lay();
        await().atMost(PATIENCE).until(imap::isStopped);
        bring();
        die();
    }

    private void whileItIsSettled(String table) {
        killedWhileLocked(table, this::bring);
    }

    private void betweenTwoMessages() {
        imap.stopBefore(false, "BODY.PEEK[]", 2);
        lay();
        lay();
        await().atMost(PATIENCE).until(imap::isStopped);
        die();
    }

    private void betweenTheDotAndItsAnswer() {
        relay.stopBefore(true, "taken", 1);
        bring();
        await().atMost(PATIENCE).until(relay::isStopped);
        die();
    }

    private void betweenTheAnswerAndTheMark() {
        relay.stopBefore(true, "taken", 1);
        bring();
        await().atMost(PATIENCE).until(relay::isStopped);
        killedWhileLocked("mail.outbox", relay::release);
    }

    private void afterTheMark() {
        var before = sent();
        bring();
        await().atMost(PATIENCE).until(() -> sent() > before);
        die();
    }

    /** Has something done that waits for a table, and kills the desk while it waits. */
    private void killedWhileLocked(String table, Runnable work) {
        try (var owner = DriverManager.getConnection(set("url"), set("owner.role"), set("owner.password"))) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                statement.execute("lock table %s in share mode".formatted(table));
                var working = Thread.ofVirtual().start(work);
                await().atMost(PATIENCE).until(() -> isWaitedFor(table, statement));
                process.kill();
                join(working);
            }
            owner.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        die();
    }

    private static boolean isWaitedFor(String table, Statement statement) throws SQLException {
        var asked = "select from pg_locks where relation = '%s'::regclass and not granted".formatted(table);
        try (var waiting = statement.executeQuery(asked)) {
            return waiting.next();
        }
    }

    private String set(String name) {
        return environment.getRequiredProperty("threeline.database." + name);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Dead, and up again; what it had claimed is free as if its time had run out. */
    private void die() {
        process.kill();
        imap.release();
        relay.release();
        tenant.run(() -> transactions.executeWithoutResult(_ -> db.update(OUTBOX)
                .set(OUTBOX.DUE_AT, Instant.parse("2026-01-01T00:00:00Z"))
                .where(OUTBOX.STATE.eq("waiting"))
                .execute()));
        tenant.run(() -> inboxes.activate(inbox, true));
        process.startAgain();
    }

    private void bring() {
        bring("said-" + ledger.size());
    }

    private void bring(String subject) {
        ledger.put(subject, given(subject));
    }

    /** Not acknowledged is not lost: who brought it comes again. */
    private boolean given(String subject) {
        ledger.putIfAbsent(subject, false);
        try (var talk = new SmtpTalk(process.port())) {
            return talk.mail(from(subject), address, letter(subject)).startsWith("250");
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }

    private void lay() {
        var subject = "lying-" + lying.size();
        lying.add(subject);
        dovecot.deliver(slug, letter(subject));
    }

    private void checkAll() {
        ledger.keySet().stream()
                .filter(it -> !Boolean.TRUE.equals(ledger.get(it)))
                .toList()
                .forEach(it -> await().atMost(PATIENCE).until(() -> given(it)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(dovecot.count(slug, "")).isZero();
            assertThat(there(() -> states("received"))).isZero();
            assertThat(outbox(OUTBOX.STATE.eq("waiting"))).isZero();
        });
        assertThat(subjects()).containsAll(ledger.keySet()).containsAll(lying).doesNotHaveDuplicates();
        assertThat(dovecot.count(slug, "Kept")).isEqualTo(lying.size());
        assertThat(there(() -> Stream.of("ticketed", "suppressed")
                        .mapToInt(this::states)
                        .sum()))
                .as("every letter is in one of its states")
                .isEqualTo(letters());
        checkWhatLeft();
    }

    /** Each ticket is acknowledged; what the relay took and the desk did not note is sent again as the very same mail. */
    private void checkWhatLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(whatLeft()).hasSize(ledger.size() + lying.size()));
        assertThat(whatLeft()).allSatisfy((_, ids) -> assertThat(ids).hasSize(1));
        System.out.printf(
                "killed at each point %d times: %d brought, %d fetched%n", ROUNDS, ledger.size(), lying.size());
    }

    /** The Message-IDs of what was sent, by recipient. */
    private Map<String, Set<String>> whatLeft() {
        return TestRelay.mails(it -> it.to().endsWith(slug + "-kill.example")).stream()
                .collect(groupingBy(TestRelay.Mail::to, mapping(it -> header(it.text(), "Message-ID"), toSet())));
    }

    private String letter(String subject) {
        return "Message-ID: <%s@%s.example>\n%s"
                .formatted(subject, slug, plain(from(subject), subject, "Please help.\n"));
    }

    private String from(String subject) {
        return "%s@%s-kill.example".formatted(subject, slug);
    }

    private int letters() {
        return there(() -> transactions.execute(_ -> db.fetchCount(LETTER)));
    }

    private int sent() {
        return outbox(OUTBOX.STATE.eq("sent"));
    }

    private int claimed() {
        return outbox(OUTBOX.STATE.eq("waiting").and(OUTBOX.ATTEMPTS.gt(0)));
    }

    private int outbox(Condition wanted) {
        return there(() -> transactions.execute(_ -> db.fetchCount(OUTBOX, wanted)));
    }

    private List<String> subjects() {
        return there(() -> transactions.execute(
                _ -> db.select(TICKET_.SUBJECT).from(TICKET_).fetch(TICKET_.SUBJECT)));
    }
}
