package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.inbox.Secret;
import threeline.testing.DeskTest;
import threeline.testing.Dovecot;
import threeline.testing.FaultProxy;
import threeline.testing.SmtpTalk;

/** Peers that give a byte now and then keep nobody else waiting. */
@DeskTest
class DrippingTest extends AtTheDoor {

    private static final int MANY = 100;

    @Autowired
    Inboxes inboxes;

    @Test
    void a_hundred_senders_that_drip_hold_up_no_other() {
        var dripping = new ArrayList<SmtpTalk>();
        try (var wire = new FaultProxy(door.port())) {
            for (var i = 0; i < MANY; i++) {
                wire.fromClient(FaultProxy.Kind.DRIP, 200);
                var talk = new SmtpTalk(wire.port());
                dripping.add(talk);
                talk.sayNothingBack(("MAIL FROM:<%s>\r\nRCPT TO:<%s>\r\nDATA\r\n".formatted(ann, address)
                                + "Subject: dripping\r\n\r\n"
                                + "x".repeat(70).concat("\r\n").repeat(1000))
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }

            thenAnOrdinaryMailIsATicket();
            assertThat(dripping).hasSize(MANY);
        } finally {
            dripping.forEach(SmtpTalk::close);
        }
    }

    @Test
    void servers_that_drip_hold_up_no_other() {
        var dovecot = Dovecot.running();
        dovecot.deliver(slug, "Message-ID: <drip@x.example>\n" + plain(ann, "news", "Please help.\n"));
        var added = new ArrayList<Long>();
        try (var wire = new FaultProxy(dovecot.port())) {
            for (var i = 0; i < MANY; i++) {
                wire.fromServer(FaultProxy.Kind.DRIP, 0);
            }
            for (var i = 0; i < 20; i++) {
                added.add(add(wire.port()));
            }
            await().until(() -> wire.connections() >= 20);
            added.add(add(dovecot.port()));

            awaitStates("ticketed", 1);
        } finally {
            tenant.run(() -> List.copyOf(added).forEach(inboxes::remove));
        }
    }

    private long add(int port) {
        var server = new Inbox.Server("127.0.0.1", port, Inbox.Tls.NONE, slug, new Inbox.SignIn.ByPassword());
        return there(() -> inboxes.add(
                new Inbox.Place(address, server, "INBOX", "Kept", null), Secret.password(Dovecot.PASSWORD)));
    }
}
