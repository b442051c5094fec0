package threeline.desk.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;
import threeline.desk.mail.Attachment;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.MimeWriter;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.mail.Reading;
import threeline.testing.DeskProcess;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;
import threeline.testing.TestRelay;

/** What a desk needs to write a mail and to send it does not grow with its files. */
@DeskTest
class LargeMailOutTest extends RunningDesk {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final int HEAP_MEGABYTES = 128;
    private static final int PIECES = 70; // 35 MB, 48 in a mail

    @Autowired
    Outbox outbox;

    @Autowired
    Environment environment;

    final String name = "large-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void back_to_monday() {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
    }

    @Test
    void mails_of_48_megabytes_leave_at_once_under_a_heap_of_128() {
        tenant = tenants.add(name, "Large");
        var people = Stream.of("one", "two", "three").map(this::person).toList();
        tenant.run(() -> transactions.executeWithoutResult(_ -> {
            outbox.addAll(people.stream()
                    .map(it -> new Outbox.Letter("PRO-1", mail(it)))
                    .toList());
            time.set(LONG_AGO); // to the desk of the test itself they are not due
        }));
        try (var process = DeskProcess.started(environment, HEAP_MEGABYTES)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> TestRelay.mails(it -> it.to().contains(name)).size() == people.size());
            assertThat(process.isAlive()).isTrue();
        }
        people.forEach(LargeMailOutTest::isWhole);
    }

    @Test
    void what_is_written_with_files_is_laid_aside_and_not_held() {
        try (var spool = new Spool()) {
            var raw = MimeWriter.write(mail("ann@x.example"), HandTurnedTime.MONDAY_AT_NINE, "desk", spool);
            assertThat(raw).isInstanceOf(Content.Laid.class);
            assertThat(raw.size()).isGreaterThan(48_000_000);
        }
    }

    private static void isWhole(String person) {
        var raw = TestRelay.mailsTo(person).getFirst().raw();
        try (var spool = new Spool()) {
            var mail = ((Reading.Read) MimeReader.read(Content.of(raw), spool)).mail();
            assertThat(mail.attachments().getFirst().content().sha256()).isEqualTo(file().sha256());
        }
    }

    private String person(String first) {
        return "%s@%s.example".formatted(first, name);
    }

    private static OutgoingMail mail(String to) {
        var desk = MailAddress.of("desk@desk.example");
        return new OutgoingMail(
                new OutgoingMail.Route(desk, MailAddress.of(to), null, desk),
                new OutgoingMail.Words("Large", "Please look at this.", "<p>Please look at this.</p>"),
                new IncomingMail.Thread(UUID.randomUUID() + "@desk.example", List.of()),
                OutgoingMail.Origin.PERSON,
                List.of(new Attachment("all.zip", "application/zip", file())));
    }

    /** Made anew as often as it is read, and nowhere held. */
    private static Content file() {
        return Content.of((long) PIECES * Content.PIECE, piece(0), LargeMailOutTest::piece);
    }

    private static byte[] piece(int place) {
        var bytes = new byte[Content.PIECE];
        new Random(place).nextBytes(bytes);
        return bytes;
    }
}
