package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.identity.HandWritten;
import threeline.desk.mail.identity.Zone;
import threeline.testing.DeskTest;
import threeline.testing.SmtpTalk;
import threeline.testing.TestRelay;
import threeline.testing.WrittenZone;

/** Whatever answers whatever, it ends by itself within three mails; and nobody is sent words that a stranger chose. */
@DeskTest
class StormTest extends AtTheDoor {

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Table table;

    @Autowired
    LetterBox letterBox;

    @Autowired
    MailRound round;

    @Test
    void two_desks_that_mail_each_other_stop() throws IOException {
        var there = "help@b-" + slug + ".example";
        var charter = Files.readString(Path.of("../charters/library.yaml")).replace("help@library.example", there);
        var other = tenants.add("b-" + slug, "Other");
        other.run(() -> charters.putInForce(charter, "test", "first"));
        server.mail(there, address, plain(there, "Chairs", "from desk to desk"));
        awaitStates("ticketed", 1);
        deliverWhatIsSent(there, address, 3);
        assertThat(sentBetween(there, address)).hasSizeLessThanOrEqualTo(3);
    }

    /** It answers everything at once, says nothing of itself, and never names what it answers. */
    @Test
    void a_vacation_responder_of_the_worst_kind_is_answered_three_times() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        for (var i = 1; i <= 6; i++) {
            awaitStates("ticketed", i);
            server.mail(ann, address, plain(ann, "I am on a journey", "back on Monday " + i));
        }
        awaitStates("ticketed", 7);
        thenNothingMoreWasSent(3);
    }

    @Test
    void an_address_that_nobody_stands_behind_is_told_once_a_day_in_our_own_words() throws UnknownHostException {
        var victim = "victim@" + slug + "-victim.example";
        var zone = new WrittenZone();
        try (var unproven = new SmtpTalk(doorAsking(zone).port())) {
            for (var i = 0; i < 20; i++) {
                unproven.mail(
                        victim,
                        address,
                        plain("\"Buy now\" <" + victim + ">", "Buy now at evil.example " + i, "cheap " + i));
            }
        }
        awaitStates("ticketed", 20);
        await().until(() -> TestRelay.mailsTo(victim).size() == 1);
        thenNothingMoreWasSent(1);
        assertThat(TestRelay.mailsTo(victim).getFirst().text())
                .doesNotContainIgnoringCase("buy now")
                .doesNotContain("cheap");
    }

    @Test
    void an_address_whose_domain_disowns_the_mail_is_told_nothing() throws UnknownHostException {
        var victim = "victim@" + slug + "-victim.example";
        var zone = new WrittenZone().with("_dmarc." + slug + "-victim.example", Zone.Kind.TXT, "v=DMARC1; p=reject");
        try (var unproven = new SmtpTalk(doorAsking(zone).port())) {
            unproven.mail(victim, address, plain(victim, "Buy now", "cheap"));
        }
        awaitStates("ticketed", 1);
        thenNothingMoreWasSent(0);
    }

    private SmtpDoor doorAsking(WrittenZone zone) throws UnknownHostException {
        var settings = new SmtpDoor.Settings(0, "127.0.0.1", "localhost", List.of(), null, null);
        var another = new SmtpDoor(
                settings,
                new Reception.Staff(
                        mailboxes,
                        new Acceptance(HandWritten.identity(zone), letterBox, round),
                        table,
                        Doors.Limits.usual()));
        another.open();
        return another;
    }

    /** What one desk sent to the other is brought there, until nothing new is sent for a while. */
    private void deliverWhatIsSent(String one, String other, int most) {
        var brought = 0;
        for (var quiet = 0; quiet < 2 && brought <= most; ) {
            var sent = sentBetween(one, other);
            quiet = sent.size() > brought ? 0 : quiet + 1;
            for (; brought < sent.size(); brought++) {
                var it = sent.get(brought);
                server.mail(it.from(), it.to(), it.raw());
            }
            await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        }
    }

    private static List<TestRelay.Mail> sentBetween(String one, String other) {
        return TestRelay.mails(it -> it.to().startsWith(one.substring(0, one.indexOf('@')))
                        && it.to().endsWith(one.substring(one.indexOf('@')))
                || it.to().endsWith(other.substring(other.indexOf('@'))));
    }
}
