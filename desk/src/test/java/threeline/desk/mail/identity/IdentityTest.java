package threeline.desk.mail.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.content.Content;
import threeline.desk.mail.identity.Authenticity.Proof;
import threeline.testing.WrittenZone;

/** Mails signed and sent by right and by wrong, judged against a zone of our own. */
class IdentityTest {

    static final String OURS = "192.0.2.10";
    static final String THEIRS = "198.51.100.66";
    static final KeyPair STRONG = key(2048);
    static final KeyPair WEAK = key(512);
    static final String MAIL =
            "From: Ann <ann@good.example>\r\nTo: help@desk.example\r\nSubject: Chairs\r\n\r\ntwelve\r\n";

    final WrittenZone zone = new WrittenZone()
            .with("good.example", Zone.Kind.TXT, "v=spf1 ip4:192.0.2.0/24 -all")
            .with("_dmarc.good.example", Zone.Kind.TXT, "v=DMARC1; p=reject")
            .with("mail.good.example", Zone.Kind.TXT, "v=spf1 ip4:192.0.2.0/24 -all")
            .with("strict.example", Zone.Kind.TXT, "v=spf1 ip4:192.0.2.0/24 -all")
            .with("_dmarc.strict.example", Zone.Kind.TXT, "v=DMARC1; p=quarantine; aspf=s; adkim=s")
            .with("mail.strict.example", Zone.Kind.TXT, "v=spf1 ip4:192.0.2.0/24 -all")
            .with("plain.example", Zone.Kind.TXT, "v=spf1 ip4:192.0.2.0/24 -all")
            .with("evil.example", Zone.Kind.TXT, "v=spf1 +all")
            .with("s._domainkey.evil.example", Zone.Kind.TXT, record(STRONG))
            .with("s._domainkey.good.example", Zone.Kind.TXT, record(STRONG))
            .with("s._domainkey.mail.good.example", Zone.Kind.TXT, record(STRONG))
            .with("weak._domainkey.good.example", Zone.Kind.TXT, record(WEAK))
            .silent("away.example");

    final Identity identity = new Identity(zone, new Trusted(new Trusted.Settings(List.of("10.0.0.0/8"), List.of())));

    @ParameterizedTest
    @CsvSource({
        "ann@good.example, ann@good.example, 192.0.2.10, PASS",
        "ann@good.example, bounce@mail.good.example, 192.0.2.10, PASS",
        "ann@good.example, ann@good.example, 198.51.100.66, FAIL",
        "ann@good.example, mallory@evil.example, 198.51.100.66, FAIL",
        "ann@sub.good.example, ann@good.example, 192.0.2.10, PASS",
        "ann@strict.example, bounce@mail.strict.example, 192.0.2.10, FAIL",
        "ann@strict.example, ann@strict.example, 192.0.2.10, PASS",
        "ann@plain.example, ann@plain.example, 192.0.2.10, PASS",
        "ann@plain.example, ann@plain.example, 198.51.100.66, NONE",
        "ann@nothing.example, mallory@evil.example, 198.51.100.66, NONE",
        "ann@away.example, ann@away.example, 192.0.2.10, UNKNOWN",
        "ann@good.example.evil.example, mallory@evil.example, 192.0.2.10, NONE",
        "ann@evilgood.example, ann@good.example, 192.0.2.10, NONE",
        "ann@good.example, mallory@evil.example, 10.1.2.3, VOUCHED",
    })
    void by_the_server_that_sent_it(String from, String path, String peer, Proof expected) {
        var judged = judge(MAIL.replace("ann@good.example", from), peer, path);
        assertThat(judged.proof()).as(judged.words()).isEqualTo(expected);
    }

    @Test
    void by_a_signature_of_its_own_domain_whoever_brings_it() throws Exception {
        var judged = judge(signed("good.example", "s", STRONG, "", MAIL) + MAIL, THEIRS, "list@evil.example");
        assertThat(judged.proof()).as(judged.words()).isEqualTo(Proof.PASS);
        assertThat(judged.words()).contains("DKIM pass by good.example", "DMARC pass");
        assertThat(judge(signed("mail.good.example", "s", STRONG, "", MAIL) + MAIL, THEIRS, "")
                        .proof())
                .isEqualTo(Proof.PASS);
    }

    @Test
    void a_signature_of_somebody_else_proves_nothing() throws Exception {
        var judged = judge(signed("evil.example", "s", STRONG, "", MAIL) + MAIL, THEIRS, "x@evil.example");
        assertThat(judged.proof()).isEqualTo(Proof.FAIL);
    }

    @Test
    void what_was_changed_after_signing_is_not_signed() throws Exception {
        var field = signed("good.example", "s", STRONG, "", MAIL);
        assertThat(judge(field + MAIL.replace("twelve", "eleven"), THEIRS, "").proof())
                .isEqualTo(Proof.FAIL);
        assertThat(judge(field + MAIL.replace("Chairs", "Tables"), THEIRS, "").proof())
                .isEqualTo(Proof.FAIL);
    }

    @Test
    void a_signature_that_lets_others_add_to_the_body_does_not_count() throws Exception {
        var field = signed("good.example", "s", STRONG, "l=8; ", MAIL);
        assertThat(judge(field + MAIL + "and more", THEIRS, "").proof()).isEqualTo(Proof.FAIL);
        assertThat(judge(field + MAIL, THEIRS, "").words()).contains("DKIM policy");
    }

    @Test
    void a_key_that_anybody_could_break_is_none() throws Exception {
        assertThat(judge(signed("good.example", "weak", WEAK, "", MAIL) + MAIL, THEIRS, "")
                        .proof())
                .isEqualTo(Proof.FAIL);
    }

    @Test
    void thousands_of_signatures_are_not_all_looked_at() {
        var bad = "DKIM-Signature: v=1; a=rsa-sha256; d=x%d.example; s=s; h=from; bh=AA==; b=AA==\r\n";
        var many = java.util.stream.IntStream.range(0, 1500)
                .mapToObj(bad::formatted)
                .collect(java.util.stream.Collectors.joining());
        assertThat(judge(many + MAIL, THEIRS, "").words()).doesNotContain("x7.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: ann@good.example, mallory@evil.example\r\n",
                "From: ann@good.example\r\nFrom: mallory@evil.example\r\n",
                "From: <>\r\n",
                "From: ann\r\n",
                "From: =?utf-8?q?ann=40good.example?=\r\n",
                "From: \"ann@good.example\" <mallory@evil.example>\r\n",
                "From: ann@good.example <mallory@evil.example>\r\n",
                "From: (ann@good.example) mallory@evil.example\r\n",
                "From: a:ann@good.example, b@evil.example;\r\n",
                "From: ann@good.example\0@evil.example\r\n",
                "From: <ann@good.example>, <mallory@evil.example>\r\n",
                "Sender: ann@good.example\r\n",
                "From : ann@good.example\r\nFrom: mallory@evil.example\r\n",
            })
    void a_sender_that_could_be_read_in_two_ways_is_not_the_good_one(String header) {
        var judged = judge(header + "Subject: x\r\n\r\nbody\r\n", OURS, "mallory@evil.example");
        assertThat(judged.proven()
                        && header.contains("good.example")
                        && shown(header).endsWith("@good.example"))
                .as(judged.words())
                .isFalse();
    }

    private static String shown(String header) {
        return threeline.desk.mail.MimeReader.senders(Content.of((header + "\r\n").getBytes(UTF_8)))
                .filter(it -> it.from().size() == 1)
                .map(it -> it.from().getFirst().address())
                .orElse("");
    }

    private Authenticity judge(String raw, String peer, String path) {
        return identity.of(Content.of(raw.getBytes(UTF_8)), new Sender(peer, "mx.somewhere.example", path));
    }

    private static String signed(String domain, String selector, KeyPair key, String extra, String mail)
            throws Exception {
        var template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; %sh=from:to:subject; bh=; b=;"
                .formatted(domain, selector, extra);
        return new DKIMSigner(template, key.getPrivate()).sign(new ByteArrayInputStream(mail.getBytes(UTF_8))) + "\r\n";
    }

    private static String record(KeyPair key) {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    private static KeyPair key(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
