package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import threeline.testing.DeskTest;
import threeline.testing.SmtpTalk;

/** By LMTP each recipient gets an answer of its own after the text; what a mail may be is for the operator to say. */
@DeskTest
class LmtpTest extends AtTheDoor {

    @Autowired
    LmtpDoor lmtp;

    @Autowired
    Reception.Staff staff;

    @Test
    void each_recipient_hears_whether_it_is_kept() throws IOException {
        try (var talk = new Talk(lmtp.port())) {
            assertThat(talk.say("LHLO mta.example")).startsWith("250");
            assertThat(talk.say("MAIL FROM:<%s>".formatted(ann))).startsWith("250");
            assertThat(talk.say("RCPT TO:<%s>".formatted(address))).startsWith("250");
            assertThat(talk.say("RCPT TO:<nobody@elsewhere.example>")).startsWith("550 5.1.1");
            assertThat(talk.say("RCPT TO:<%s>".formatted(address.replace("@", "+x@"))))
                    .startsWith("250");
            assertThat(talk.say("DATA")).startsWith("354");
            assertThat(talk.say(plain(ann, "Chairs", "twelve please\n..").replace("\n", "\r\n") + "\r\n."))
                    .startsWith("250 2.0.0 kept");
            assertThat(talk.answer()).startsWith("250 2.0.0 kept");
            assertThat(talk.say("QUIT")).startsWith("221");
        }
        assertThat(onlyTicket().subject()).isEqualTo("Chairs");
    }

    @Test
    void it_is_not_smtp() throws IOException {
        try (var talk = new Talk(lmtp.port())) {
            assertThat(talk.say("EHLO mta.example")).startsWith("500 5.5.1");
            assertThat(talk.say("HELO mta.example")).startsWith("500 5.5.1");
            assertThat(talk.say("LHLO mta.example")).startsWith("250");
            assertThat(talk.say("DATA")).startsWith("503");
        }
    }

    @Test
    void the_operator_says_how_large_a_mail_may_be_and_for_how_many() throws IOException {
        var limits = new Doors.Limits(DataSize.ofKilobytes(10), 2);
        var few = new Reception.Staff(staff.mailboxes(), staff.acceptance(), staff.table(), limits);
        var settings = new SmtpDoor.Settings(0, "127.0.0.1", "localhost", java.util.List.of(), null, null);
        var small = new SmtpDoor(settings, few);
        small.open();
        try (var talk = new SmtpTalk(small.port());
                var by = new Talk(small.port())) {
            assertThat(talk.mail(ann, address, plain(ann, "Chairs", "twelve please ".repeat(1_000))))
                    .startsWith("552");
            by.say("EHLO mta.example");
            by.say("MAIL FROM:<%s>".formatted(ann));
            by.say("RCPT TO:<%s>".formatted(address));
            by.say("RCPT TO:<%s>".formatted(address.replace("@", "+x@")));
            assertThat(by.say("RCPT TO:<%s>".formatted(address.replace("@", "+y@"))))
                    .startsWith("452");
        } finally {
            small.destroy();
        }
        assertThat(there(() -> states("received"))).isZero();
    }

    /** Says a line and hears one answer, of one line or of several. */
    record Talk(Socket socket, BufferedReader in) implements AutoCloseable {

        Talk(int port) throws IOException {
            this(new Socket(InetAddress.getLoopbackAddress(), port));
        }

        private Talk(Socket socket) throws IOException {
            this(socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
            answer();
        }

        String say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            return answer();
        }

        String answer() throws IOException {
            var line = String.valueOf(in.readLine());
            return line.length() > 3 && line.charAt(3) == '-' ? answer() : line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
