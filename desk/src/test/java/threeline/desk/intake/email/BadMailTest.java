package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.testing.DeskTest;

/** Whatever comes to the door, nothing is lost, nothing breaks, and the next mail is a ticket. */
@DeskTest
class BadMailTest extends AtTheDoor {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: no sender\n\nhello",
                "From: a@x.org, b@x.org\n\nhello",
                "From: a@x.org\nFrom: b@x.org\n\nhello",
                "From: <>\n\nhello",
                "From: somebody\n\nhello",
                "\n",
            })
    void what_could_not_be_answered_waits_for_a_person(String raw) {
        assertThat(server.mail(ann, address, raw)).startsWith("250");
        awaitStates("quarantined", 1);
        assertThat(letters("quarantined").getFirst()).isNotBlank();
        thenAnOrdinaryMailIsATicket();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\ncut",
                "Content-Type: text/plain; charset=klingon\n\n\u00fcber",
                "Content-Type: multipart/mixed\n\nno boundary",
                "Content-Type: ;;;=\"\nContent-Transfer-Encoding: rot13\n\nodd",
                "Content-Type: text/html\n\n<div><b>unclosed <script>x()",
                "Content-Transfer-Encoding: base64\n\n!!!! not base64 ====",
                "\n\n",
            })
    void a_broken_mail_is_a_ticket_with_what_can_be_read(String rest) {
        assertThat(server.mail(ann, address, "From: %s\nSubject: broken\n".formatted(ann) + rest))
                .startsWith("250");
        assertThat(onlyTicket().subject()).isEqualTo("broken");
    }

    @Test
    void an_unknown_recipient_is_refused_at_once_and_tells_nothing() {
        server.say("MAIL FROM:<%s>".formatted(ann));
        assertThat(server.say("RCPT TO:<nobody@%s.example>".formatted(slug))).startsWith("550");
        assertThat(server.say("RCPT TO:<>")).startsWith("550");
        assertThat(server.say("RCPT TO:<@>")).startsWith("550");
        assertThat(server.say("RCPT TO:<%s>".formatted(address))).startsWith("250");
    }

    @Test
    void forty_megabytes_are_refused_and_the_next_mail_is_taken() {
        assertThat(server.say("MAIL FROM:<%s> SIZE=41943040".formatted(ann))).startsWith("552");
        assertThat(server.say("MAIL FROM:<%s> SIZE=99999999999999".formatted(ann)))
                .startsWith("552");
        var line = "x".repeat(1022) + "\r\n";
        var answer = server.mail(
                ann,
                address,
                (plain(ann, "big", "") + "\n")
                        .replace("\n", "\r\n")
                        .concat(line.repeat(40 * 1024))
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer).startsWith("552");
        thenAnOrdinaryMailIsATicket();
    }

    @Test
    void twenty_megabytes_are_a_ticket() {
        var line = "x".repeat(1022) + "\r\n";
        var raw = (plain(ann, "big", "") + "\n").replace("\n", "\r\n") + line.repeat(20 * 1024);
        assertThat(server.mail(ann, address, raw.getBytes(StandardCharsets.US_ASCII)))
                .startsWith("250");
        assertThat(timeline(onlyTicket()).getFirst().attachments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r.\r",
                "\r.\r\n",
                "\r\n.\n",
                "\r\n.\r",
                "\r\r\n.\r\r\n",
                "\n\n.\r\n",
                "\n",
                "\r",
                "\r\n\r.\r\n"
            })
    void no_second_mail_is_smuggled_behind_a_broken_line(String ending) {
        server.say("MAIL FROM:<%s>".formatted(ann));
        server.say("RCPT TO:<%s>".formatted(address));
        server.say("DATA");
        var smuggled = "MAIL FROM:<admin@x.org>\r\nRCPT TO:<%s>\r\nDATA\r\nFrom: admin@x.org\r\n\r\nsmuggled\r\n.\r\n"
                .formatted(address);
        server.sayNothingBack(
                ("From: %s\r\n\r\nfirst".formatted(ann) + ending + smuggled).getBytes(StandardCharsets.US_ASCII));
        var answer = server.reply();
        assertThat(answer.isEmpty() || answer.startsWith("5")).as(answer).isTrue();
        assertThat(server.reply()).isEmpty();
        assertThat(Arrays.stream(new String[] {"received", "ticketed", "quarantined"})
                        .mapToInt(it -> there(() -> states(it)))
                        .sum())
                .isZero();
        thenAnOrdinaryMailIsATicket();
    }

    @Test
    void a_cut_line_leaves_nothing_half_done() {
        server.say("MAIL FROM:<%s>".formatted(ann));
        server.say("RCPT TO:<%s>".formatted(address));
        assertThat(server.say("BDAT 1000 LAST")).startsWith("502");
        server.say("DATA");
        server.sayNothingBack("From: %s\r\n\r\nhalf a ".formatted(ann).getBytes(StandardCharsets.US_ASCII));
        thenAnOrdinaryMailIsATicket();
        assertThat(there(() -> states("ticketed"))).isEqualTo(1);
    }
}
