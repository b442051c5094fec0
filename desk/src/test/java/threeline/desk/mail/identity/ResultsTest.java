package threeline.desk.mail.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.content.Content;

/** What another server found counts if it is the one believed, if it stands topmost, and if it says so itself. */
class ResultsTest {

    static final Sender FETCHED = new Sender("", "", "ann@customer.example");

    final Identity identity = HandWritten.identity(new threeline.testing.WrittenZone());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=customer.example",
                "mx.example 1;\r\n\tspf=softfail smtp.mailfrom=elsewhere.example;\r\n\tdmarc=pass header.from=customer.example",
                "MX.example; spf=pass (mx.example: ok) smtp.mailfrom=ann@customer.example",
                "mx.example; dkim=pass header.d=customer.example header.s=x; spf=none",
                "mx.example; dkim=fail header.d=other.example; dkim=pass header.i=@customer.example"
            })
    void it_is_proven(String results) {
        assertThat(judged("Authentication-Results: " + results).proof()).isEqualTo(Authenticity.Proof.PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elsewhere.example; dmarc=pass header.from=customer.example",
                "mx.example.evil.example; dmarc=pass header.from=customer.example",
                "mx.example; dmarc=pass header.from=evil.example",
                "mx.example; dmarc=pass",
                "mx.example; spf=pass smtp.mailfrom=evil.example",
                "mx.example; dkim=pass header.d=evil.example",
                "mx.example; spf=fail (spf=pass smtp.mailfrom=customer.example) smtp.mailfrom=evil.example",
                "mx.example; spf=fail reason=\"; dkim=pass header.d=customer.example\" smtp.mailfrom=evil.example",
                "mx.example; none",
                "mx.example",
                "((((mx.example; dmarc=pass header.from=customer.example",
                ""
            })
    void it_is_not_proven(String results) {
        assertThat(judged("Authentication-Results: " + results).proven()).isFalse();
    }

    @Test
    void a_failure_it_tells_is_believed_as_well() {
        assertThat(judged("Authentication-Results: mx.example; dmarc=fail header.from=customer.example")
                        .proof())
                .isEqualTo(Authenticity.Proof.FAIL);
    }

    @Test
    void what_stands_below_another_is_not_believed() {
        assertThat(judged("Authentication-Results: elsewhere.example; none\r\n"
                                + "Authentication-Results: mx.example; dmarc=pass header.from=customer.example")
                        .proven())
                .isFalse();
    }

    @Test
    void nobody_is_believed_unless_named() {
        var mail = mail("Authentication-Results: mx.example; dmarc=pass header.from=customer.example");

        assertThat(identity.of(mail, FETCHED, null).proven()).isFalse();
        assertThat(identity.of(mail, FETCHED).proven()).isFalse();
    }

    @Test
    void a_relay_that_the_operator_names_is_believed_and_no_other_server() {
        var behind = HandWritten.behind("192.0.2.0/28=mx.example", new threeline.testing.WrittenZone());
        var mail = mail("Authentication-Results: mx.example; dmarc=pass header.from=customer.example");

        assertThat(behind.of(mail, new Sender("192.0.2.7", "mx.example", "ann@customer.example"))
                        .proof())
                .isEqualTo(Authenticity.Proof.PASS);
        assertThat(behind.of(mail, new Sender("192.0.2.77", "mx.example", "ann@customer.example"))
                        .proven())
                .isFalse();
    }

    Authenticity judged(String field) {
        return identity.of(mail(field), FETCHED, "mx.example");
    }

    static Content mail(String field) {
        return Content.of((field + "\r\nFrom: Ann <ann@customer.example>\r\nSubject: x\r\n\r\nhello\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }
}
