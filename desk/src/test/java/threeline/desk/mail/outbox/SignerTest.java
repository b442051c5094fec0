package threeline.desk.mail.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.MimeWriter;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.mail.identity.Authenticity;
import threeline.desk.mail.identity.HandWritten;
import threeline.desk.mail.identity.Sender;
import threeline.desk.mail.identity.Zone;
import threeline.testing.WrittenZone;

/** What we sign, others believe; and nothing can be added to it. */
class SignerTest {

    static final SigningKeys NONE = _ -> Optional.empty();

    @TempDir
    Path folder;

    KeyPair pair;
    Signer signer;
    WrittenZone zone;

    @BeforeEach
    void a_key_that_is_published() throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        var pem = folder.resolve("key.pem");
        Files.writeString(
                pem,
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())));
        signer = new Signer(new Signer.Settings("t1", pem, List.of("desk.example")), NONE);
        zone = new WrittenZone()
                .with(
                        "t1._domainkey.desk.example",
                        Zone.Kind.TXT,
                        "v=DKIM1; k=rsa; p="
                                + Base64.getEncoder()
                                        .encodeToString(pair.getPublic().getEncoded()))
                .with("_dmarc.desk.example", Zone.Kind.TXT, "v=DMARC1; p=reject");
    }

    @Test
    void a_signed_mail_is_proven_wherever_it_comes_from() {
        assertThat(judged(signed("help@desk.example")).proof()).isEqualTo(Authenticity.Proof.PASS);
    }

    @Test
    void a_second_sender_or_subject_breaks_it() {
        assertThat(judged("Subject: another\r\n" + signed("help@desk.example")).proof())
                .isEqualTo(Authenticity.Proof.FAIL);
        assertThat(judged("From: evil@desk.example\r\n" + signed("help@desk.example"))
                        .proven())
                .isFalse();
    }

    @Test
    void other_domains_mail_leaves_as_it_is() {
        assertThat(signed("help@other.example")).doesNotContain("DKIM-Signature");
        var none = new Signer(new Signer.Settings(null, null, List.of()), NONE);
        assertThat(none.signature(Content.of(mail("help@desk.example")))).isEmpty();
    }

    @Test
    void a_file_that_is_no_key_is_said_at_the_start() throws IOException {
        var file = Files.writeString(folder.resolve("none.pem"), "nothing");
        assertThatThrownBy(() -> new Signer(new Signer.Settings("t1", file, List.of()), NONE))
                .hasMessageContaining("no RSA key");
    }

    @Test
    void the_desks_own_key_signs_before_the_operators() {
        var own = new SigningKeys.Signing("own", pair.getPrivate());
        var both = new Signer(
                new Signer.Settings("t1", folder.resolve("key.pem"), List.of("desk.example")),
                domain -> domain.equals("desk.example") ? Optional.of(own) : Optional.empty());
        assertThat(new String(both.signature(Content.of(mail("help@desk.example"))), UTF_8))
                .contains("s=own");
    }

    private String signed(String from) {
        var raw = mail(from);
        return new String(signer.signature(Content.of(raw)), UTF_8) + new String(raw, UTF_8);
    }

    private Authenticity judged(String raw) {
        var sender = new Sender("198.51.100.1", "mx.relay.example", "");
        return HandWritten.identity(zone).of(Content.of(raw.getBytes(UTF_8)), sender);
    }

    private static byte[] mail(String from) {
        var mail = new OutgoingMail(
                new OutgoingMail.Route(MailAddress.of(from), MailAddress.of("ann@x.example"), null, null),
                new OutgoingMail.Words("Stühle", "Grüße\n\n", "<p>Grüße</p>"),
                new IncomingMail.Thread("a@desk.example", List.of()),
                OutgoingMail.Origin.DESK,
                List.of());
        return MimeWriter.write(mail, Instant.parse("2026-11-23T09:00:00Z"), "desk", Spool.inHand())
                .bytes();
    }
}
