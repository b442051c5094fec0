package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.testing.DeskTest;
import threeline.testing.FaultProxy;
import threeline.testing.Postfix;
import threeline.testing.SmtpTalk;

/** A real Postfix brings mail by SMTP, by LMTP and through a pipe; nothing is lost, doubled, changed or smuggled in. */
@DeskTest
class PostfixTest extends AtTheDoor {

    static final Duration LONG = Duration.ofSeconds(60);

    /** What some servers take for the end of a mail. */
    static final List<String> ENDS = List.of(
            "\n.\n",
            "\n.\r\n",
            "\r\n.\n",
            "\r.\r",
            "\r.\r\n",
            "\r\n.\r",
            "\n.\r",
            "\r.\n",
            "\r\r\n.\r\r\n",
            "\r\n\0.\r\n",
            "\r\n.\0\r\n");

    @Autowired
    LmtpDoor lmtp;

    FaultProxy wire;
    Postfix postfix;

    @BeforeEach
    void an_mta_before_the_desk() {
        wire = new FaultProxy(door.port());
        postfix = Postfix.before(wire.port(), lmtp.port());
    }

    @AfterEach
    void end() {
        postfix.close();
        wire.close();
    }

    @Test
    void by_each_way_a_mail_arrives_as_it_was_written() {
        var ways = ways();
        for (var way : ways) {
            bring(postfix.port(way), way.name(), "..dots at the start\n.\n" + "long ".repeat(150) + "\ncafé");
        }
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(there(() -> states("ticketed"))).isEqualTo(ways.size()));
        assertThat(there(this::raws))
                .allSatisfy(raw -> assertThat(raw.replace("\r\n", "\n"))
                        .endsWith("\n\n..dots at the start\n.\n" + "long ".repeat(150) + "\ncafé\n"));
    }

    @Test
    void however_often_the_line_breaks_each_mail_is_kept_once() {
        for (var after = 50; after < 1_250; after += 100) {
            wire.fromClient(FaultProxy.Kind.CUT, after);
            wire.fromServer(FaultProxy.Kind.CUT, after / 4);
        }
        var ledger = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            ledger.add("ledger-" + i);
            bring(postfix.port(Postfix.By.SMTP), "ledger-" + i, "one of many\n");
        }
        await().atMost(LONG.multipliedBy(5)).pollInterval(Duration.ofSeconds(6)).untilAsserted(() -> {
            postfix.lookAgain();
            assertThat(there(this::subjects)).containsExactlyInAnyOrderElementsOf(ledger);
        });
        assertThat(there(() -> states("quarantined"))).isZero();
    }

    @Test
    void no_second_mail_is_smuggled_in_by_any_way() throws IOException {
        var doors = new ArrayList<>(List.of(door.port()));
        ways().forEach(it -> doors.add(postfix.port(it)));
        for (var port : doors) {
            for (var end : ENDS) {
                smuggle(port, end);
            }
            bring(port, "the last at " + port, "so that all before it are through\n");
        }
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(there(this::subjects))
                        .containsAll(
                                doors.stream().map(it -> "the last at " + it).toList()));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(there(() -> states("received"))).isZero());
        assertThat(there(this::subjects)).doesNotContain("smuggled");
        assertThat(there(this::raws)).noneMatch(it -> it.startsWith("Subject: smuggled"));
    }

    List<Postfix.By> ways() {
        return Postfix.nobodyCanRun() ? List.of(Postfix.By.values()) : List.of(Postfix.By.SMTP, Postfix.By.LMTP);
    }

    void bring(int port, String subject, String text) {
        try (var talk = new SmtpTalk(port)) {
            var mail = "Message-ID: <%s@x.example>\n%s".formatted(subject.replace(' ', '-'), plain(ann, subject, text));
            assertThat(talk.mail(ann, address, mail.replace("\n.", "\n.."))).startsWith("250");
        }
    }

    /** Says it all at once and hangs up when nothing more is answered. */
    void smuggle(int port, String end) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            var in = socket.getInputStream();
            var out = socket.getOutputStream();
            for (var line : List.of(
                    "EHLO x.example", "MAIL FROM:<%s>".formatted(ann), "RCPT TO:<%s>".formatted(address), "DATA")) {
                assertThat(in.read()).isPositive();
                in.skip(in.available());
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(in.read()).isPositive();
            var inner = "MAIL FROM:<%1$s>\r\nRCPT TO:<%2$s>\r\nDATA\r\nSubject: smuggled\r\nFrom: %1$s\r\n\r\nhello"
                    .formatted(ann, address);
            out.write("From: %s\r\nSubject: outer\r\n\r\nhello%s%s\r\n.\r\nQUIT\r\n"
                    .formatted(ann, end, inner)
                    .getBytes(StandardCharsets.US_ASCII));
            in.readAllBytes();
        } catch (java.net.SocketException | java.net.SocketTimeoutException e) {
            // refused, and the line is closed
        }
    }

    List<String> subjects() {
        return transactions.execute(
                _ -> db.select(TICKET_.SUBJECT).from(TICKET_).fetch(TICKET_.SUBJECT));
    }

    List<String> raws() {
        return transactions.execute(
                _ -> db.select(LETTER.RAW).from(LETTER).fetch(it -> new String(it.value1(), StandardCharsets.UTF_8)));
    }
}
