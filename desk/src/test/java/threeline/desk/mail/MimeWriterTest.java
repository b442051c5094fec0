package threeline.desk.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;

/** What we write is what others read, and nothing that people type becomes a header. */
class MimeWriterTest {

    static final MailAddress DESK = new MailAddress("procurement@desk.example", "Procurement — Möbel");
    static final MailAddress ANN = new MailAddress("ann@example.org", "Ann");
    static final Instant MONDAY_NINE = Instant.parse("2026-11-23T09:00:00Z");

    /** RFC 3834: replied is what answers a mail; all else that no person wrote is generated. */
    @Test
    void what_answers_nothing_is_generated_and_not_replied() {
        var route = new OutgoingMail.Route(DESK, ANN, DESK, null);
        var words = new OutgoingMail.Words("Taken over", "by Nadia", "<p>by Nadia</p>");
        var mail = new OutgoingMail(
                route,
                words,
                new IncomingMail.Thread("n1@desk.example", List.of()),
                OutgoingMail.Origin.DESK,
                List.of());
        assertThat(read(mail).headers().first("auto-submitted")).hasValue("auto-generated");
    }

    @Test
    void it_reads_as_it_was_written() {
        var text = "Grüße — 100 % \r\n.\nFrom here on\n--=_threeline_forms--\n" + "x".repeat(2000);
        var file =
                new Attachment("Angebot Ü \"1\".pdf", "application/pdf", Content.of(new byte[] {0, 1, 2, (byte) 200}));
        var mail =
                read(mail("[PRO-12] Stühle für das neue Büro im ersten Stock, möglichst höhenverstellbar", text, file));
        assertThat(mail.from()).hasValue(DESK);
        assertThat(mail.senders().to()).containsExactly(ANN);
        assertThat(mail.subject())
                .isEqualTo("[PRO-12] Stühle für das neue Büro im ersten Stock, möglichst höhenverstellbar");
        assertThat(mail.text()).isEqualTo(text.replace("\r\n", "\n").replace(" \n", " \n"));
        assertThat(mail.thread()).isEqualTo(new IncomingMail.Thread("pro-12.1.s@desk.example", List.of("b@x", "a@x")));
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("Angebot Ü \"1\".pdf");
        assertThat(mail.attachments().getFirst().content().bytes()).containsExactly(0, 1, 2, 200);
        assertThat(mail.headers().first("auto-submitted")).hasValue("auto-replied");
        assertThat(mail.headers().first(MimeWriter.MARK)).hasValue("desk-1");
        assertThat(mail.headers().first("date")).hasValue("Mon, 23 Nov 2026 09:00:00 +0000");
    }

    @Test
    void only_plain_lines_of_lawful_length_travel() {
        var raw = MimeWriter.write(mail("S", "ü".repeat(5000)), MONDAY_NINE, "desk-1", Spool.inHand())
                .bytes();
        assertThat(new String(raw, US_ASCII).split("\r\n"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(998).doesNotContain("\n", "\r"));
        for (var b : raw) {
            assertThat(b).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@y.org", "a\nb", "a\rb", "a\0b", "a\u0085b"})
    void a_line_end_in_a_header_is_refused(String evil) {
        assertThatThrownBy(() -> mail(evil, "text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailAddress("ann@example.org", evil)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailAddress(evil, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attachment(evil, "a/b", Content.of(new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OutgoingMail mail(String subject, String text, Attachment... files) {
        return new OutgoingMail(
                new OutgoingMail.Route(DESK, ANN, null, null),
                new OutgoingMail.Words(subject, text, "<p>html</p>"),
                new IncomingMail.Thread("pro-12.1.s@desk.example", List.of("b@x", "a@x")),
                OutgoingMail.Origin.ANSWER,
                List.of(files));
    }

    private static IncomingMail read(OutgoingMail mail) {
        return ((Reading.Read) MimeReader.read(MimeWriter.write(mail, MONDAY_NINE, "desk-1", Spool.inHand())
                        .bytes()))
                .mail();
    }
}
