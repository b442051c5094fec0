package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.inbox.Secret;
import threeline.testing.DeskTest;
import threeline.testing.Dovecot;
import threeline.testing.FaultProxy;
import threeline.testing.HandTurnedTime;

/** Letters are fetched from a real Dovecot: each once, none lost, whatever happens on the way. */
@DeskTest
class InboxTest extends AtTheDoor {

    @Autowired
    Inboxes inboxes;

    final List<Long> added = new ArrayList<>();
    Dovecot dovecot;

    @BeforeEach
    void a_store() {
        dovecot = Dovecot.running();
    }

    @AfterEach
    void nobody_fetches_any_more() {
        tenant.run(() -> added.forEach(inboxes::remove));
    }

    @Test
    void what_lies_there_becomes_tickets_and_is_moved_away() {
        dovecot.deliver(slug, letter("first"));
        dovecot.deliver(slug, letter("second"));
        var inbox = add(dovecot.port(), "Kept");

        awaitStates("ticketed", 2);
        await().untilAsserted(() -> assertThat(dovecot.count(slug, "Kept")).isEqualTo(2));
        assertThat(dovecot.count(slug, "")).isZero();
        await().untilAsserted(() -> assertThat(health(inbox).letterAt()).isNotNull());
        assertThat(health(inbox).error()).isNull();
        assertThat(health(inbox).backlog()).isZero();
    }

    @Test
    void what_comes_while_we_listen_is_there_at_once() {
        var inbox = add(dovecot.port(), "Kept");
        await().until(() -> health(inbox).contactAt() != null);

        dovecot.deliver(slug, letter("news"));

        awaitStates("ticketed", 1);
    }

    @Test
    void without_a_folder_to_move_to_they_are_marked_as_read_and_stay() {
        dovecot.deliver(slug, letter("first"));
        add(dovecot.port(), null);

        awaitStates("ticketed", 1);
        await().untilAsserted(() -> assertThat(dovecot.read(slug)).isEqualTo(1));
        dovecot.deliver(slug, letter("second"));
        awaitStates("ticketed", 2);
        await().untilAsserted(() -> assertThat(dovecot.read(slug)).isEqualTo(2));
    }

    @Test
    void what_was_kept_before_the_line_broke_is_moved_and_not_kept_again() {
        for (var i = 0; i < 3; i++) {
            dovecot.deliver(slug, letter("number " + i));
        }
        try (var wire = new FaultProxy(dovecot.port())) {
            for (var at = 300; at < 4_000; at += 200) {
                wire.fromServer(FaultProxy.Kind.CUT, at);
            }
            var inbox = add(wire.port(), "Kept");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                tenant.run(() -> inboxes.activate(inbox, true)); // it does not wait until it may be tried again
                assertThat(dovecot.count(slug, "Kept")).isEqualTo(3);
            });
        }
        awaitStates("ticketed", 3);
        assertThat(there(this::lettersKept)).isEqualTo(3);
    }

    @Test
    void numbered_anew_the_same_messages_are_known_by_what_they_say() {
        dovecot.deliver(slug, letter("first").replace("Message-ID: <first@x.example>\n", ""));
        dovecot.deliver(slug, letter("second"));
        time.set(Instant.parse("2020-01-06T09:00:00Z")); // so that all that lie there came since
        var inbox = add(dovecot.port(), null);
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        await().untilAsserted(() -> assertThat(dovecot.read(slug)).isEqualTo(2));
        awaitStates("ticketed", 2);

        await().untilAsserted(() -> {
            dovecot.forgetNumbers(slug); // whoever listens there may write them down again
            tenant.run(() -> inboxes.activate(inbox, true));
            assertThat(there(() -> states("suppressed"))).isGreaterThanOrEqualTo(2);
        });
        assertThat(there(() -> states("ticketed"))).isEqualTo(2);
    }

    @Test
    void a_server_that_says_nothing_holds_up_no_other() {
        dovecot.deliver(slug, letter("first"));
        try (var dead = new FaultProxy(dovecot.port())) {
            for (var i = 0; i < 100; i++) {
                dead.fromServer(FaultProxy.Kind.HOLD, 0);
            }
            for (var i = 0; i < 5; i++) {
                add(dead.port(), "Kept");
            }
            await().until(() -> dead.connections() >= 5);
            add(dovecot.port(), "Kept");

            awaitStates("ticketed", 1);
        }
    }

    @Test
    void what_is_wrong_is_said_in_words_and_tried_again_later() {
        var wrong = there(() -> inboxes.add(place(dovecot.port(), "Kept"), Secret.password("wrong")));
        added.add(wrong);
        var gone = add(1, "Kept");

        await().untilAsserted(() -> assertThat(health(wrong).error()).startsWith("The server does not let " + slug));
        await().untilAsserted(() -> assertThat(health(gone).error()).isEqualTo("Nobody answers at 127.0.0.1, port 1."));
        assertThat(health(gone).dueAt()).isAfter(time.instant());
        tenant.run(() -> inboxes.change(wrong, place(dovecot.port(), "Kept"), Secret.password(Dovecot.PASSWORD)));
        await().untilAsserted(() -> assertThat(health(wrong).error()).isNull());
    }

    long add(int port, @org.jspecify.annotations.Nullable String keptFolder) {
        var id = there(() -> inboxes.add(place(port, keptFolder), Secret.password(Dovecot.PASSWORD)));
        added.add(id);
        return id;
    }

    Inbox.Place place(int port, @org.jspecify.annotations.Nullable String keptFolder) {
        var server = new Inbox.Server("127.0.0.1", port, Inbox.Tls.NONE, slug, new Inbox.SignIn.ByPassword());
        return new Inbox.Place(address, server, "INBOX", keptFolder, null);
    }

    Inbox.Health health(long inbox) {
        return there(() -> inboxes.find(inbox).orElseThrow().health());
    }

    Integer lettersKept() {
        return transactions.execute(_ -> db.fetchCount(LETTER));
    }

    String letter(String subject) {
        return "Return-Path: <%s>\nDelivered-To: %s\nMessage-ID: <%s@x.example>\nDate: Mon, 23 Nov 2026 08:00:00 +0000\n%s"
                .formatted(ann, address, subject.replace(' ', '-'), plain(ann, subject, "Please help.\n"));
    }
}
