package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** Two desks on one database fetch from one inbox of a real Dovecot: together, after each other, one amid the other. */
@DeskTest
class TwoNodesTest extends AtTheDoor {

    /** What one node holds by its clock has long run out by the other's, which is the machine's. */
    private static final Instant LONG_AGO = InstantSource.system().instant().minus(Duration.ofDays(1));

    private static final Instant FAR_AHEAD = LONG_AGO.plus(Duration.ofDays(2));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LYING = 40;

    @Autowired
    Environment environment;

    @Autowired
    Inboxes inboxes;

    Dovecot dovecot;
    FaultProxy wire;
    DeskProcess other;
    long inbox;

    @BeforeEach
    void two_desks_and_an_inbox_with_mail() {
        dovecot = Dovecot.running();
        wire = new FaultProxy(dovecot.port());
        IntStream.range(0, LYING).forEach(it -> dovecot.deliver(slug, letter(it)));
        time.set(LONG_AGO);
        other = DeskProcess.started(environment, 256);
        other.awaitUp();
    }

    @AfterEach
    void one_desk_again() {
        other.close();
        tenant.run(() -> inboxes.remove(inbox));
        wire.close();
        time.set(HandTurnedTime.MONDAY_AT_NINE);
    }

    /** Each takes the inbox from the other, who finds out only after a while, so both are there at once. */
    @Test
    void each_message_is_fetched_once_though_they_take_the_inbox_from_each_other() {
        inbox = add();
        for (var turn = 0; turn < 6; turn++) {
            time.set(turn % 2 == 0 ? FAR_AHEAD : LONG_AGO);
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        }
        time.set(FAR_AHEAD);
        allIsThereOnce();
    }

    @Test
    void what_one_had_kept_and_not_yet_moved_is_not_kept_by_the_other_again() {
        wire.stopBefore(false, "MOVE", 1);
        inbox = add();
        await().atMost(PATIENCE).until(wire::isStopped);
        time.set(FAR_AHEAD); // if it was the other that is held still, it has lost the inbox by now
        var before = wire.connections();
        await().atMost(PATIENCE).until(() -> wire.connections() > before);
        await().atMost(PATIENCE).until(() -> dovecot.count(slug, "Kept") > 0);
        wire.release();
        allIsThereOnce();
    }

    private void allIsThereOnce() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(dovecot.count(slug, "Kept")).isEqualTo(LYING));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(there(() -> states("ticketed"))).isEqualTo(LYING));
        assertThat(dovecot.count(slug, "")).isZero();
        assertThat(there(() -> transactions.<Integer>execute(_ -> db.fetchCount(LETTER))))
                .isEqualTo(LYING);
        assertThat(subjects()).hasSize(LYING).doesNotHaveDuplicates();
    }

    private List<String> subjects() {
        return there(() -> transactions.execute(
                _ -> db.select(TICKET_.SUBJECT).from(TICKET_).fetch(TICKET_.SUBJECT)));
    }

    private long add() {
        var server = new Inbox.Server("127.0.0.1", wire.port(), Inbox.Tls.NONE, slug, new Inbox.SignIn.ByPassword());
        return there(() -> inboxes.add(
                new Inbox.Place(address, server, "INBOX", "Kept", null), Secret.password(Dovecot.PASSWORD)));
    }

    private String letter(int number) {
        return "Return-Path: <%s>\nDelivered-To: %s\nMessage-ID: <%d@%s.example>\n%s"
                .formatted(ann, address, number, slug, plain(ann, "Number " + number, "Please help.\n"));
    }
}
