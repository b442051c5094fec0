package threeline.desk.intake.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import threeline.desk.content.Content;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.inbox.Secret;
import threeline.desk.ticket.TicketNumber;
import threeline.testing.Certificate;
import threeline.testing.DeskProcess;
import threeline.testing.DeskTest;
import threeline.testing.Dovecot;
import threeline.testing.HandTurnedTime;
import threeline.testing.SmtpTalk;

/** What a desk needs to take a mail in, to read it, and to hand out its files, does not grow with the mail. */
@DeskTest
class LargeMailTest extends AtTheDoor {

    /** A desk at rest needs about 90 of these. */
    private static final int HEAP_MEGABYTES = 128;

    private static final int FILE_MEGABYTES = 35; // 48 in a mail

    @Autowired
    Environment environment;

    @Autowired
    Inboxes inboxes;

    @Autowired
    Correspondence letters;

    @Test
    void mails_of_48_megabytes_come_in_by_all_ways_at_once_under_a_heap_of_128(@TempDir Path folder) throws Exception {
        time.set(java.time.Instant.parse("2020-01-01T00:00:00Z")); // nothing is due to this test's own desk
        Dovecot.running(); // or none is there
        var own = Certificate.madeIn(folder);
        try (var dovecot = Dovecot.encrypting(own.certificate(), own.key());
                var process = DeskProcess.started(
                        environment,
                        HEAP_MEGABYTES,
                        "-Djavax.net.ssl.trustStore=" + own.store(),
                        "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD,
                        "--threeline.mail.limits.size=50MB");
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var bySmtp = List.of("one", "two");
            dovecot.deliver(slug, mail("fetched", "\r\n"));
            process.awaitUp();
            dovecot.deliver(slug + "-small", "Message-ID: <small@x.example>\n" + plain(ann, "small", "few words"));
            var fetched = List.of(
                    inbox(dovecot.encryptedPort(), Inbox.Tls.IMPLICIT, slug),
                    inbox(dovecot.port(), Inbox.Tls.STARTTLS, slug + "-small"));
            var answers = senders.invokeAll(bySmtp.stream()
                    .<Callable<String>>map(it -> () -> bring(process.port(), it))
                    .toList());
            for (var it : answers) {
                assertThat(it.get()).startsWith("250");
            }
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(there(() -> states("ticketed"))).isEqualTo(4));
            assertThat(process.isAlive()).isTrue();
            there(() -> {
                fetched.forEach(inboxes::remove);
                return null;
            });
        } finally {
            time.set(HandTurnedTime.MONDAY_AT_NINE);
        }
        Stream.of("one", "two", "fetched").forEach(this::isWhole);
    }

    private long inbox(int port, Inbox.Tls tls, String login) {
        var server = new Inbox.Server("127.0.0.1", port, tls, login, new Inbox.SignIn.ByPassword());
        var place = new Inbox.Place(address, server, "INBOX", "Kept", null);
        return there(() -> inboxes.add(place, Secret.password(Dovecot.PASSWORD)));
    }

    /** Both its file and its original, as they came. */
    private void isWhole(String subject) {
        there(() -> {
            var letter = transactions.execute(_ -> db.select(LETTER.ID, LETTER.TICKET, LETTER.SIZE)
                    .from(LETTER)
                    .where(LETTER.MESSAGE_ID.eq(subject + "@" + slug))
                    .fetchSingle());
            var file = timeline.file(new TicketNumber(letter.value2()), 1, 0).orElseThrow();
            assertThat(file.content()).isInstanceOf(Content.Kept.class);
            assertThat(file.content().sha256())
                    .isEqualTo(Content.of(file(subject)).sha256());
            var raw = letters.original(letter.value1());
            assertThat(raw.size()).isEqualTo(letter.value3().longValue()).isGreaterThan(47_000_000);
            var mail = mail(subject, "\r\n");
            assertThat(Content.of(raw.beginning(mail.length)).sha256())
                    .isEqualTo(Content.of(mail).sha256());
            return null;
        });
    }

    @Test
    void a_mail_of_48_megabytes_is_read_under_a_heap_of_32(@TempDir Path folder) throws Exception {
        var mail = folder.resolve("large.eml");
        Files.write(mail, mail("disk", "\n"));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                "threeline.desk.intake.email.readmail.ReadMail",
                mail.toString(),
                "--json");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), US_ASCII))
                .contains("\"size\": %d".formatted(FILE_MEGABYTES * 1024 * 1024));
        assertThat(process.waitFor()).isZero();
    }

    private String bring(int port, String subject) {
        try (var talk = new SmtpTalk(port)) {
            return talk.mail(ann, address, mail(subject, "\r\n"));
        }
    }

    private byte[] mail(String subject, String end) {
        var raw = new ByteArrayOutputStream(50_000_000);
        var head = """
                From: %s
                To: %s
                Subject: %s
                Message-ID: <%3$s@%s>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain

                Please look at this.
                --B
                Content-Type: application/zip
                Content-Disposition: attachment; filename=all.zip
                Content-Transfer-Encoding: base64

                """.formatted(ann, address, subject, slug);
        raw.writeBytes(head.replace("\n", end).getBytes(US_ASCII));
        raw.writeBytes(Base64.getMimeEncoder(76, end.getBytes(US_ASCII)).encode(file(subject)));
        raw.writeBytes("\n--B--\n".replace("\n", end).getBytes(US_ASCII));
        return raw.toByteArray();
    }

    private static byte[] file(String subject) {
        var bytes = new byte[FILE_MEGABYTES * 1024 * 1024];
        new Random(subject.hashCode()).nextBytes(bytes);
        return bytes;
    }
}
