package threeline.desk.intake.email.mailin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import threeline.testing.TestRelay;

/** A pipe's answers: taken, refused, nobody of that name, or come back later; never silence. */
class MailInCommandTest {

    @Test
    void a_mail_from_a_pipe_arrives_as_it_was() {
        assertThat(give("pipe@desk.example", "From: a@b.example\nSubject: x\n\n.dot\nlast"))
                .isEqualTo(MailIn.OK);
        assertThat(TestRelay.mailsTo("pipe@desk.example").getFirst().text())
                .isEqualTo("From: a@b.example\r\nSubject: x\r\n\r\n.dot\r\nlast\r\n");
    }

    @Test
    void an_address_that_nobody_has_is_said_so() {
        assertThat(give("refused@desk.example", "From: a@b.example\n\nx")).isEqualTo(MailIn.NO_SUCH_ADDRESS);
    }

    @Test
    void what_can_not_be_taken_now_is_to_come_back_later() throws IOException {
        assertThat(give("later@desk.example", "From: a@b.example\n\nx")).isEqualTo(MailIn.LATER);
        int nobody;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        assertThat(MailIn.give(nobody, "", List.of("a@b.example"), new ByteArrayInputStream(new byte[0])))
                .isEqualTo(MailIn.LATER);
    }

    @Test
    void only_whole_line_ends_travel() throws IOException {
        var wire = new ByteArrayOutputStream();
        MailIn.onTheWire(new ByteArrayInputStream("a\n.\r\n..b\rc".getBytes(US_ASCII)), wire);
        assertThat(wire.toString(US_ASCII)).isEqualTo("a\r\n..\r\n...b\r\nc\r\n.\r\n");
    }

    private static int give(String to, String mail) {
        return MailIn.give(
                TestRelay.port(), "a@b.example", List.of(to), new ByteArrayInputStream(mail.getBytes(US_ASCII)));
    }
}
