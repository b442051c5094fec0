package threeline.desk.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;

/** Mails as people and programs write them, and as some never should. */
class MimeReaderTest {

    static final String PLAIN = """
            From: =?UTF-8?Q?J=C3=B6rg_M=C3=BCller?= <Joerg@Example.org>
            To: Procurement <procurement@desk.example>, "Miller, Ann" <ann@example.org>
            Cc: bob@example.org
            Subject: =?utf-8?B?QmVzdGVsbHVuZyDigJMgU3TDvGhsZQ==?=
             for the new office
            Message-ID: <one@example.org>
            In-Reply-To: <b@x>
            References: <a@x>
             <b@x>
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe,
            J=F6rg
            """;

    @Test
    void utf_7_is_read_as_it_was_written_and_broken_shifts_swallow_nothing() {
        assertThat(utf7("Hi Mom -+Jjo--! 1 +- 1 = 2, +ZeVnLIqe")).isEqualTo("Hi Mom -☺-! 1 + 1 = 2, 日本語");
        assertThat(utf7("a+b c+ d +/w- e")).contains("a", " c+ d ", " e");
    }

    private static String utf7(String text) {
        var raw = "From: a@x.org\nContent-Type: text/plain; charset=utf-7\n\n" + text;
        return ((Reading.Read) MimeReader.read(raw.getBytes(UTF_8))).mail().text();
    }

    @Test
    void names_and_subject_are_decoded_and_addresses_kept_as_written() {
        var mail = read(PLAIN);
        assertThat(mail.from()).hasValue(new MailAddress("Joerg@Example.org", "Jörg Müller"));
        assertThat(mail.senders().to())
                .containsExactly(
                        new MailAddress("procurement@desk.example", "Procurement"),
                        new MailAddress("ann@example.org", "Miller, Ann"));
        assertThat(mail.senders().cc()).containsExactly(MailAddress.of("bob@example.org"));
        assertThat(mail.subject()).isEqualTo("Bestellung – Stühle for the new office");
        assertThat(mail.text()).isEqualTo("Grüße,\nJörg");
    }

    @Test
    void what_it_answers_comes_nearest_first() {
        var thread = read(PLAIN).thread();
        assertThat(thread.messageId()).isEqualTo("one@example.org");
        assertThat(thread.before()).containsExactly("b@x", "a@x");
    }

    @Test
    void of_a_text_in_two_forms_the_plain_one_is_taken() {
        assertThat(read(alternative("plain words", "<p>html words</p>")).text()).isEqualTo("plain words");
    }

    @Test
    void html_speaks_where_the_plain_form_says_nothing() {
        var html = "<style>p{}</style><p>Hello&nbsp;<b>you</b></p><ul><li>one<li>two</ul><script>evil()</script>"
                + "<blockquote>before</blockquote><a href='https://a.example/x'>here</a>";
        assertThat(read(alternative("  ", html)).text())
                .isEqualTo("Hello you\n\n- one\n- two\n> before\n\nhere <https://a.example/x>");
    }

    @Test
    void files_have_name_type_and_bytes() {
        var mail = read("""
                From: ann@example.org
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain

                see file
                --B
                Content-Type: application/pdf; name="=?UTF-8?Q?Angebot_=C3=9C.pdf?="
                Content-Disposition: attachment; filename*=UTF-8''%%2Fetc%%2FAngebot%%20%%C3%%9C.pdf
                Content-Transfer-Encoding: base64

                %s
                --B
                Content-Type: message/rfc822

                From: x@y
                Subject: inner

                nested
                --B--
                """.formatted(Base64.getEncoder().encodeToString(new byte[] {1, 2, 0, (byte) 255})));
        assertThat(mail.text()).isEqualTo("see file");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("Angebot Ü.pdf", "message-2.eml");
        assertThat(mail.attachments().getFirst().type()).isEqualTo("application/pdf");
        assertThat(mail.attachments().getFirst().content().bytes()).containsExactly(1, 2, 0, 255);
        assertThat(new String(mail.attachments().getLast().content().bytes(), UTF_8))
                .contains("Subject: inner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-unknown-9", "utf-7", "", "\u0001", "unicode-1-1", "replacement"})
    void a_charset_that_nobody_knows_is_read_as_what_it_looks_like(String charset) {
        var raw = "From: ann@example.org\nContent-Type: text/plain; charset=\"" + charset + "\"\n\nÜbergröße";
        assertThat(mail(raw.getBytes(UTF_8)).text()).isEqualTo("Übergröße");
        assertThat(mail(raw.getBytes(ISO_8859_1)).text()).isEqualTo("Übergröße");
    }

    @Test
    void two_senders_are_no_sender() {
        assertThat(read("From: a@x.org, b@x.org\n\nhello").from()).isEmpty();
        assertThat(read("From: a@x.org\nFrom: b@x.org\n\nhello").from()).isEmpty();
        assertThat(read("From: a@x.org, \"odd one\"@x.org\n\nhello").from()).isEmpty();
        assertThat(read("Subject: no sender\n\nhello").from()).isEmpty();
    }

    @Test
    void nothing_at_all_is_unreadable() {
        assertThat(MimeReader.read(new byte[0])).isEqualTo(new Reading.Unreadable("empty"));
    }

    @Test
    void words_without_a_header_have_no_sender() {
        assertThat(read("just words, no header\n\nat all\n").from()).isEmpty();
    }

    @Test
    void a_cut_mail_gives_what_came() {
        var cut = alternative("plain words", "<p>html</p>").replaceAll("(?s)<p>.*", "<p>ht");
        assertThat(read(cut).text()).isEqualTo("plain words");
    }

    @Test
    void a_delivery_report_says_which_mail_it_is_about() {
        var mail = read("""
                From: MAILER-DAEMON@mx.example.org
                Content-Type: multipart/report; report-type=delivery-status; boundary=R

                --R
                Content-Type: text/plain

                It could not be delivered.
                --R
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; ann@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 unknown
                  user

                --R
                Content-Type: text/rfc822-headers

                Message-ID: <pro-12.abc@desk.example>

                --R--
                """);
        assertThat(mail.report())
                .isEqualTo(new DeliveryReport(
                        "ann@example.org",
                        "failed",
                        "5.1.1",
                        "smtp; 550 5.1.1 unknown user",
                        "pro-12.abc@desk.example"));
    }

    @Test
    void bombs_are_refused_with_a_reason() {
        var tooMuch = Content.of(MimeReader.LARGEST_MAIL + 1L, new byte[0], _ -> new byte[0]);
        assertThat(MimeReader.read(tooMuch, Spool.inHand())).isInstanceOf(Reading.Unreadable.class);
        assertThat(MimeReader.read(nested(10_000).getBytes(UTF_8))).isInstanceOf(Reading.Unreadable.class);
        assertThat(MimeReader.read(bytes("From: a@x.org\nX: " + "y".repeat(300_000) + "\n\nz")))
                .isInstanceOf(Reading.Unreadable.class);
        assertThat(MimeReader.read(bytes("From: a@x.org\n" + "X: y\n".repeat(20_000) + "\nz")))
                .isInstanceOf(Reading.Unreadable.class);
        var parts = "--B\nContent-Type: image/png\n\nx\n".repeat(2_000);
        assertThat(MimeReader.read(bytes("From: a@x.org\nContent-Type: multipart/mixed; boundary=B\n\n" + parts)))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @RepeatedTest(300)
    void whatever_the_bytes_are_there_is_an_answer(RepetitionInfo run) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(run.getCurrentRepetition());
        var raw = List.of(bytes(PLAIN), bytes(alternative("a", "<b>c</b>")), bytes(nested(5)))
                .get(random.nextInt(3))
                .clone();
        for (var i = 0; i < 20; i++) {
            raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
        }
        assertThat(MimeReader.read(raw))
                .as("seed %d", run.getCurrentRepetition())
                .isNotNull();
    }

    private static String alternative(String plain, String html) {
        return """
                From: ann@example.org
                Content-Type: multipart/alternative; boundary="=_x"

                preamble
                --=_x
                Content-Type: text/plain; charset=utf-8

                %s
                --=_x
                Content-Type: text/html; charset=utf-8

                %s
                --=_x--
                """.formatted(plain, html);
    }

    private static String nested(int depth) {
        var mail = new StringBuilder("From: a@x.org\n");
        for (var i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        return mail + "Content-Type: text/plain\n\ndeep";
    }

    private static IncomingMail read(String text) {
        return mail(bytes(text));
    }

    private static IncomingMail mail(byte[] raw) {
        assertThat(MimeReader.read(raw)).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) MimeReader.read(raw)).mail();
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(UTF_8);
    }
}
