package threeline.desk.people.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 6238 and RFC 4648, and which steps a code is good for. */
class TotpTest {

    static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_codes_are_those_of_rfc_6238_appendix_b(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30, 8)).isEqualTo(code);
        assertThat(Totp.step(SECRET, code.substring(2), Instant.ofEpochSecond(seconds), 0))
                .hasValue(seconds / 30);
    }

    @Test
    void a_code_is_good_for_its_step_and_its_neighbours_and_not_beyond() {
        var now = Instant.parse("2026-11-23T09:00:00Z");
        var code = Totp.code(SECRET, now.getEpochSecond() / 30, Totp.DIGITS);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(59), 0)).isPresent();
        assertThat(Totp.step(SECRET, code, now.minusSeconds(30), 0)).isPresent();
        assertThat(Totp.step(SECRET, code, now.plusSeconds(60), 0)).isEmpty();
        assertThat(Totp.step(SECRET, code, now.minusSeconds(31), 0)).isEmpty();
    }

    @Test
    void a_code_is_good_once_and_with_it_all_before_it() {
        var now = Instant.parse("2026-11-23T09:00:00Z");
        var step = now.getEpochSecond() / 30;
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step, Totp.DIGITS), now, step))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1, Totp.DIGITS), now, step))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 1, Totp.DIGITS), now, step))
                .hasValue(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secrets_are_typed_as_in_rfc_4648(String plain, String typed) {
        assertThat(Totp.base32(plain.getBytes(US_ASCII))).isEqualTo(typed);
    }
}
